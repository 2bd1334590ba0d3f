-- Whose account is this provider's subject?
SELECT find_account(:registrationId, :subject) AS user_id
