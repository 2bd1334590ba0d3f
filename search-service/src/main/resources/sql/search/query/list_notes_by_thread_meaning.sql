-- Which notes, read after the one before them in their thread, mean most nearly the same as the question?
SELECT interaction_id, 1 - (embedding <=> CAST(CAST(:embedding AS vector) AS halfvec)) AS score
FROM context_vector
WHERE user_id = :userId AND model = :model AND dimensions = :dimensions
ORDER BY embedding <=> CAST(CAST(:embedding AS vector) AS halfvec), interaction_id DESC
LIMIT :limit
