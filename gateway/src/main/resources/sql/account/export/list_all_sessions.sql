-- Which sessions of this account are remembered, over or not? Never their hashes.
SELECT id, registration_id, user_agent, created_at, last_seen_at, least(idle_expires_at, expires_at) AS ends_at
FROM session
WHERE user_id = :userId AND id > :after
ORDER BY id
LIMIT :limit
