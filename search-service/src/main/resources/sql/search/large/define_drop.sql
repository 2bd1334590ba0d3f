-- How is an index dropped beside those who search?
SELECT format('DROP INDEX CONCURRENTLY IF EXISTS %I', CAST(:name AS text)) AS definition
