-- A version can be found from now on.
UPDATE interaction
SET searchable = true, enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId AND id = :id AND version = :version AND deleted_at IS NULL AND NOT searchable
