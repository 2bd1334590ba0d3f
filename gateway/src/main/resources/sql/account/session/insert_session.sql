-- Begins a session.
INSERT INTO session (user_id, id, hash, registration_id, user_agent, created_at, last_seen_at, idle_expires_at, expires_at)
VALUES (:userId, :id, :hash, :registrationId, :userAgent, :now, :now, :idleExpiresAt, :expiresAt)
