-- Forgets what an account that is no more kept in idempotent_request.
DELETE FROM idempotent_request
 WHERE user_id = :userId
