-- Notes that a personal access token is in use.
UPDATE personal_access_token
SET last_used_at = :now
WHERE user_id = :userId AND id = :id
