-- Keeps the provider's answer to this input, unless the note that asked for it is gone meanwhile.
INSERT INTO cached_extraction (user_id, input_hash, interaction_id, provider, model, engine, facts, created_at)
SELECT :userId, :inputHash, :interactionId, :provider, :model, :engine, CAST(:facts AS jsonb), :now
WHERE NOT EXISTS (
    SELECT 1
    FROM enriched_note
    WHERE user_id = :userId AND interaction_id = :interactionId AND deleted AND version >= :version)
ON CONFLICT (user_id, input_hash) DO UPDATE
SET interaction_id = EXCLUDED.interaction_id, provider = EXCLUDED.provider, model = EXCLUDED.model,
    engine = EXCLUDED.engine, facts = EXCLUDED.facts, created_at = EXCLUDED.created_at
WHERE cached_extraction.user_id = :userId
