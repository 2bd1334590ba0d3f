-- Whose session is this, and is it still good?
SELECT user_id, id, last_seen_at, expires_at, time_zone, enrichment
FROM find_session(:hash, :now)
