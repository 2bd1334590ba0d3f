-- Is this the version of a note that is alive, and what is known of its understanding?
SELECT id, version, enrichment_off, facts_applied, searchable, provider, model, error_code, next_attempt_at,
       enrichment_updated_at
FROM interaction
WHERE user_id = :userId AND id = :id AND version = :version AND deleted_at IS NULL
