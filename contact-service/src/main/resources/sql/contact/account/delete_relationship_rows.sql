-- Forgets what an account that is no more kept in relationship.
DELETE FROM relationship
 WHERE user_id = :userId
