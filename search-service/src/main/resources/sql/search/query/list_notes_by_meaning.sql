-- Which notes mean most nearly the same as the question? Exact: every vector of the account's notes is compared.
SELECT interaction_id, 1 - (embedding <=> CAST(CAST(:embedding AS vector) AS halfvec)) AS score
FROM document_vector
WHERE user_id = :userId AND model = :model AND dimensions = :dimensions
ORDER BY embedding <=> CAST(CAST(:embedding AS vector) AS halfvec), interaction_id DESC
LIMIT :limit
