-- A version was understood by this provider and model, or only embedded; with a vector, an earlier failure is over.
UPDATE interaction
SET provider = coalesce(:provider, provider),
    model = coalesce(:model, model),
    enrichment_off = :enrichmentOff,
    error_code = CASE WHEN :complete THEN NULL ELSE error_code END,
    next_attempt_at = CASE WHEN :complete THEN NULL ELSE next_attempt_at END,
    enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId
  AND id = :id
  AND version = :version
  AND deleted_at IS NULL
  AND ((coalesce(:provider, provider), coalesce(:model, model), :enrichmentOff)
           IS DISTINCT FROM (provider, model, enrichment_off)
       OR (:complete AND error_code IS NOT NULL))
