-- What was read out of a note?
SELECT version, provider, model, engine, facts::text AS facts
FROM extraction
WHERE user_id = :userId AND interaction_id = :interactionId
