-- Keeps what a call cost, in place of what was set aside for it.
INSERT INTO provider_call (
    user_id, id, purpose, called_at, answered_at, model, engine, input_tokens, output_tokens, cost)
VALUES (:userId, :id, :purpose, :now, :now, :model, :engine, :inputTokens, :outputTokens, :cost)
ON CONFLICT (user_id, id) DO UPDATE
SET answered_at = EXCLUDED.answered_at, model = EXCLUDED.model, engine = EXCLUDED.engine,
    input_tokens = EXCLUDED.input_tokens, output_tokens = EXCLUDED.output_tokens, cost = EXCLUDED.cost
WHERE provider_call.user_id = :userId
