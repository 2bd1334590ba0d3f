-- Forgets everything the provider answered for an account.
DELETE FROM cached_extraction
WHERE user_id = :userId
