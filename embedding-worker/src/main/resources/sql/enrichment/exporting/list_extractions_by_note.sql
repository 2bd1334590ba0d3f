-- What was read out of the next notes, by note?
SELECT interaction_id, version, provider, model, engine, facts::text AS facts, created_at
FROM extraction
WHERE user_id = :userId AND interaction_id > :after
ORDER BY interaction_id
LIMIT :limit
