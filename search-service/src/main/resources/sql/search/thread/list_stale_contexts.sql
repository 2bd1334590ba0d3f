-- Which contexts are to be read again?
SELECT interaction_id, mark
FROM stale_context
WHERE user_id = :userId
LIMIT :limit
