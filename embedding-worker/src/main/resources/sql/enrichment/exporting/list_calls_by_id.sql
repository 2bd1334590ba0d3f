-- What was the provider asked for next, and what did it cost? Only what it answered.
SELECT id, purpose, called_at, answered_at, model, engine, input_tokens, output_tokens, cost
FROM provider_call
WHERE user_id = :userId AND id > :after AND answered_at IS NOT NULL
ORDER BY id
LIMIT :limit
