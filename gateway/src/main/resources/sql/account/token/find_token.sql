-- Whose personal access token is this, and is it still good?
SELECT user_id, id, scopes, last_used_at, time_zone, enrichment
FROM find_token(:hash, :now)
