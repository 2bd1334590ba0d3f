-- Ends a session.
DELETE FROM session
WHERE user_id = :userId AND id = :id
