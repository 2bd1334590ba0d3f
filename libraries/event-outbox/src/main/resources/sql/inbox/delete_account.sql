-- Forgets which events of an account were handled.
DELETE FROM inbox
WHERE user_id = :userId
