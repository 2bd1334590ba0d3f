-- Which part of each of these notes means most nearly the same as the question?
SELECT DISTINCT ON (interaction_id) interaction_id, begins, ends, text_hash
FROM note_part
WHERE user_id = :userId AND model = :model AND dimensions = :dimensions AND interaction_id = ANY(:interactionIds)
ORDER BY interaction_id, embedding <=> (SELECT CAST(CAST(:embedding AS vector) AS halfvec)), position
