-- Where is this account signed in now, newest first?
SELECT id, user_agent, created_at, last_seen_at, least(expires_at, idle_expires_at) AS expires_at
FROM session
WHERE user_id = :userId AND expires_at > :now AND idle_expires_at > :now
  AND (CAST(:beforeId AS uuid) IS NULL OR id < :beforeId)
ORDER BY id DESC
LIMIT :limit
