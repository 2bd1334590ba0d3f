-- Removes the answers kept for an account's repeated requests.
DELETE FROM idempotent_request
WHERE user_id = :userId
