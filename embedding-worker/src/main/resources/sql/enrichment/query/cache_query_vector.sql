-- Keeps the provider's vector of a search text.
INSERT INTO cached_query_vector (user_id, input_hash, embedding, created_at)
VALUES (:userId, :inputHash, :embedding, :now)
ON CONFLICT (user_id, input_hash) DO NOTHING
