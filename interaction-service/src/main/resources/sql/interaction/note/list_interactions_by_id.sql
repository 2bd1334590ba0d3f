-- Lists an account's notes by id, after the given one, tombstones too.
SELECT i.id, i.version, i.notes, i.occurred_on, i.occurred_on_source, i.occurred_at, i.written_at, i.zone,
       i.location, i.location_source, i.thread_id, i.created_at, i.updated_at, i.deleted_at,
       i.enrichment_off, i.facts_applied, i.searchable, i.provider, i.model, i.error_code, i.next_attempt_at,
       i.enrichment_updated_at
FROM interaction i
WHERE i.user_id = :userId AND i.id > :after
ORDER BY i.id
LIMIT :limit
