-- Erases an account's outbox rows.
DELETE FROM outbox
WHERE user_id = :userId
