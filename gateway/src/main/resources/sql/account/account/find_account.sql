-- What do we know about this account?
SELECT user_id, email, first_name, last_name, time_zone, enrichment, CAST(appearance AS text) AS appearance, created_at, version
FROM account
WHERE user_id = :userId
