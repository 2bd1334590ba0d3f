-- How many events wait, and for how many seconds has the oldest waited?
SELECT count(*) AS size, coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS age
FROM outbox
