-- Forgets an account's search vectors that are older than the given moment.
DELETE FROM cached_query_vector
WHERE user_id = :userId AND created_at < :olderThan
