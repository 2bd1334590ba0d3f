-- Forgets an account's events that were not published yet.
DELETE FROM outbox
WHERE user_id = :userId
