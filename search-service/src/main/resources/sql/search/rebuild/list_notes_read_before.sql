-- Which notes of the index were not read from their owner since then?
SELECT interaction_id
FROM document
WHERE user_id = :userId AND NOT deleted AND read_at < :before AND interaction_id > :after
ORDER BY interaction_id
LIMIT :limit
