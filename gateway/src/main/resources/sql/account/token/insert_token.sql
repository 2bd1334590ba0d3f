-- Keeps a new personal access token's hash, unless the same request made one before.
INSERT INTO personal_access_token (user_id, id, hash, name, scopes, created_at, expires_at, idempotency_key)
VALUES (:userId, :id, :hash, :name, :scopes, :now, :expiresAt, :idempotencyKey)
ON CONFLICT (user_id, idempotency_key) DO NOTHING
