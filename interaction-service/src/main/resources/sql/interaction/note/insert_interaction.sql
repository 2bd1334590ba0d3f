-- Writes a new note, not understood yet, and gives it back as it is kept.
INSERT INTO interaction (user_id, id, version, notes, occurred_on, occurred_on_source, occurred_at, written_at, zone,
                         location, location_source, thread_id, created_at, updated_at,
                         enrichment_off, facts_applied, searchable, enrichment_updated_at)
VALUES (:userId, :id, 1, :notes, :occurredOn, :occurredOnSource, :occurredAt, :writtenAt, :zone,
        :location, :locationSource, :threadId, :now, :now,
        :enrichmentOff, false, false, clock_timestamp())
RETURNING id, version, notes, occurred_on, occurred_on_source, occurred_at, written_at, zone,
          location, location_source, thread_id, created_at, updated_at, deleted_at,
          enrichment_off, facts_applied, searchable, provider, model, error_code, next_attempt_at,
          enrichment_updated_at
