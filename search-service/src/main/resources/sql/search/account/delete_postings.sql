-- Erases an account's posting rows.
DELETE FROM posting
WHERE user_id = :userId
