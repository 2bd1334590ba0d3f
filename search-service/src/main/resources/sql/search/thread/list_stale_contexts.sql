-- Which contexts are to be read again? Those of the last changes first: marks are in the order of time.
SELECT interaction_id, mark
FROM stale_context
WHERE user_id = :userId
ORDER BY mark DESC, interaction_id
LIMIT :limit
