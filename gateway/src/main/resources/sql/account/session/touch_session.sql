-- Notes that a session is in use.
UPDATE session
SET last_seen_at = :now, idle_expires_at = :idleExpiresAt
WHERE user_id = :userId AND id = :id
