-- Which notes, read after the one before them in their thread, are nearly the nearest to the question in meaning?
-- By the index of a large account: the cast is word for word the one in its definition.
SELECT interaction_id, 1 - distance AS score
FROM (
    SELECT interaction_id,
           halfvec(embedding, CAST(:dimensions AS int), true) <=> CAST(CAST(:embedding AS vector) AS halfvec) AS distance
    FROM context_vector
    WHERE user_id = :userId AND model = :model AND dimensions = :dimensions
    ORDER BY distance
    LIMIT greatest(:limit, CAST(current_setting('search.nearest') AS bigint))) AS nearest
ORDER BY score DESC, interaction_id DESC
LIMIT :limit
