-- Writes the next version of a note, not understood yet, and gives it back as it is kept.
UPDATE interaction
SET version = version + 1,
    notes = :notes,
    occurred_on = :occurredOn,
    occurred_on_source = :occurredOnSource,
    occurred_at = :occurredAt,
    location = :location,
    location_source = :locationSource,
    thread_id = :threadId,
    updated_at = :now,
    deleted_at = NULL,
    enrichment_off = :enrichmentOff,
    facts_applied = false,
    searchable = false,
    provider = NULL,
    model = NULL,
    error_code = NULL,
    next_attempt_at = NULL,
    enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId AND id = :id
RETURNING id, version, notes, occurred_on, occurred_on_source, occurred_at, written_at, zone,
          location, location_source, thread_id, created_at, updated_at, deleted_at,
          enrichment_off, facts_applied, searchable, provider, model, error_code, next_attempt_at,
          enrichment_updated_at
