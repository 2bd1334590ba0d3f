-- Makes a personal access token useless from now on.
UPDATE personal_access_token
SET revoked_at = :now
WHERE user_id = :userId AND id = :id AND revoked_at IS NULL
