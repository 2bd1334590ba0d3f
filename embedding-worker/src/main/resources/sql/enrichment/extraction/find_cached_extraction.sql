-- What did the provider answer to exactly this input?
SELECT provider, model, engine, facts::text AS facts
FROM cached_extraction
WHERE user_id = :userId AND input_hash = :inputHash
