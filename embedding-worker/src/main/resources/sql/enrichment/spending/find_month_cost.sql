-- What did an account spend in a month?
SELECT cost
FROM monthly_spending
WHERE user_id = :userId AND month = :month
