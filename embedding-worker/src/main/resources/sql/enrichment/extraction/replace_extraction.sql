-- Keeps what was read out of a note, in place of what an earlier version or engine had read.
INSERT INTO extraction (
    user_id, interaction_id, version, provider, model, engine, facts, input_tokens, output_tokens, cost, created_at)
VALUES (
    :userId, :interactionId, :version, :provider, :model, :engine, CAST(:facts AS jsonb),
    :inputTokens, :outputTokens, :cost, :now)
ON CONFLICT (user_id, interaction_id) DO UPDATE
SET version = EXCLUDED.version, provider = EXCLUDED.provider, model = EXCLUDED.model, engine = EXCLUDED.engine,
    facts = EXCLUDED.facts, input_tokens = EXCLUDED.input_tokens, output_tokens = EXCLUDED.output_tokens,
    cost = EXCLUDED.cost, created_at = EXCLUDED.created_at
WHERE extraction.user_id = :userId
