-- Which personal access tokens does this account have, newest first?
SELECT id, name, scopes, created_at, expires_at, last_used_at
FROM personal_access_token
WHERE user_id = :userId AND revoked_at IS NULL AND (CAST(:beforeId AS uuid) IS NULL OR id < :beforeId)
ORDER BY id DESC
LIMIT :limit
