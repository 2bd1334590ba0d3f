-- What did an account use at the provider, month by month?
SELECT month, calls, input_tokens, output_tokens, cost
FROM monthly_spending
WHERE user_id = :userId
ORDER BY month
