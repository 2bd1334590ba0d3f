-- Forgets what an account that is no more kept in outbox.
DELETE FROM outbox
 WHERE user_id = :userId
