-- Removes a relationship, on both sides.
DELETE FROM relationship
 WHERE user_id = :userId
   AND id = :id
