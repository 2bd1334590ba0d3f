-- Adds one provider call to an account's month.
INSERT INTO monthly_spending (user_id, month, calls, input_tokens, output_tokens, cost)
VALUES (:userId, :month, 1, :inputTokens, :outputTokens, :cost)
ON CONFLICT (user_id, month) DO UPDATE
SET calls = monthly_spending.calls + 1,
    input_tokens = monthly_spending.input_tokens + EXCLUDED.input_tokens,
    output_tokens = monthly_spending.output_tokens + EXCLUDED.output_tokens,
    cost = monthly_spending.cost + EXCLUDED.cost
WHERE monthly_spending.user_id = :userId
