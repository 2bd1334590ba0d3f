-- Forgets what an account that is no more kept in fact.
DELETE FROM fact
 WHERE user_id = :userId
