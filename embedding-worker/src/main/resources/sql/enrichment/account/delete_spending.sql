-- Forgets what an account spent.
DELETE FROM monthly_spending
WHERE user_id = :userId
