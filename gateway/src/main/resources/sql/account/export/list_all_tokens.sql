-- Which personal access tokens has this account ever had? Never their hashes.
SELECT id, name, scopes, created_at, expires_at, last_used_at, revoked_at
FROM personal_access_token
WHERE user_id = :userId AND id > :after
ORDER BY id
LIMIT :limit
