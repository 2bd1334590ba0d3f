-- Whose account is this provider's subject?
SELECT known.user_id
FROM find_account(:registrationId, :subject) AS known (user_id)
WHERE known.user_id IS NOT NULL
