-- Withdraws these facts.
DELETE FROM fact
 WHERE user_id = :userId
   AND id = ANY (:ids)
