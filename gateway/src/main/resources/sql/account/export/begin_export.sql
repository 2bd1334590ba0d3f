-- Begins an export, unless another of the account still runs.
INSERT INTO running_export (user_id, id, expires_at)
VALUES (:userId, :id, :expiresAt)
ON CONFLICT (user_id) DO UPDATE
SET id = excluded.id, expires_at = excluded.expires_at
WHERE running_export.expires_at < :now
