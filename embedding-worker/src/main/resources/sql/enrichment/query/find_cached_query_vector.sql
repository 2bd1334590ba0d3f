-- Which vector did the provider make of exactly this search text?
SELECT embedding
FROM cached_query_vector
WHERE user_id = :userId AND input_hash = :inputHash
