-- Removes every note of an account, its participants with it.
DELETE FROM interaction
WHERE user_id = :userId
