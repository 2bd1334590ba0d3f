-- Which of these notes, read after the one before them in their thread, mean most nearly the same as the question?
SELECT interaction_id, 1 - distance AS score
FROM (
    SELECT interaction_id, embedding <=> (SELECT CAST(CAST(:embedding AS vector) AS halfvec)) AS distance
    FROM context_vector
    WHERE user_id = :userId AND model = :model AND dimensions = :dimensions AND interaction_id = ANY(:interactionIds)
    ORDER BY distance, interaction_id DESC
    LIMIT :limit) AS nearest
