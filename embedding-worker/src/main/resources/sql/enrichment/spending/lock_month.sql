-- Begins an account's month, or waits until nobody else looks at what is left of it.
INSERT INTO monthly_spending (user_id, month, calls, input_tokens, output_tokens, cost)
VALUES (:userId, :month, 0, 0, 0, 0)
ON CONFLICT (user_id, month) DO UPDATE
SET calls = monthly_spending.calls
WHERE monthly_spending.user_id = :userId
