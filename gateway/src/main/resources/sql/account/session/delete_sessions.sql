-- Ends every session of an account.
DELETE FROM session
WHERE user_id = :userId
