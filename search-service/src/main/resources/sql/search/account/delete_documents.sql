-- Erases an account's document rows, and with them who they are about and their vectors.
DELETE FROM document
WHERE user_id = :userId
