-- A note is to be understood again as it stands.
UPDATE interaction
SET enrichment_off = :enrichmentOff,
    facts_applied = false,
    error_code = NULL,
    next_attempt_at = NULL,
    enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId AND id = :id AND deleted_at IS NULL
RETURNING id, version, enrichment_off, facts_applied, searchable, provider, model, error_code, next_attempt_at,
          enrichment_updated_at
