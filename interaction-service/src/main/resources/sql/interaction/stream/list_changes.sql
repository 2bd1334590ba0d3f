-- Whose enrichment changed after the given place, oldest change first?
-- Reads index interaction_enrichment_idx.
SELECT id, version, enrichment_off, facts_applied, searchable, provider, model, error_code, next_attempt_at,
       enrichment_updated_at
FROM interaction
WHERE user_id = :userId
  AND deleted_at IS NULL
  AND (enrichment_updated_at, id) > (:since, :afterId)
ORDER BY enrichment_updated_at, id
LIMIT :limit
