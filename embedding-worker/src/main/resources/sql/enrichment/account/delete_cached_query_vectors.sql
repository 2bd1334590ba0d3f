-- Forgets an account's search vectors.
DELETE FROM cached_query_vector
WHERE user_id = :userId
