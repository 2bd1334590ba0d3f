-- Which indexes whose names begin like this are there, and which of them are complete?
SELECT CAST(index.relname AS text) AS name, pg_index.indisvalid AS complete
FROM pg_index
JOIN pg_class AS index ON index.oid = pg_index.indexrelid
JOIN pg_namespace AS space ON space.oid = index.relnamespace
WHERE space.nspname = current_schema()
  AND starts_with(CAST(index.relname AS text), :prefix)
ORDER BY name
