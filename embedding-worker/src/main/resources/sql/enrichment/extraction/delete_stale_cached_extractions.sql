-- Forgets an account's answers that are older than the given moment.
DELETE FROM cached_extraction
WHERE user_id = :userId AND created_at < :olderThan
