-- Keeps a note unless a newer version, or a later answer about this one, is kept already.
INSERT INTO document (
    user_id, interaction_id, version, read_at, deleted, notes, occurred_on, thread_id, thread_key, thread_at, created_at, lexemes
)
SELECT :userId, :interactionId, :version, :readAt, false, :notes, :occurredOn, :threadId, :threadKey, :threadAt, :createdAt,
       tsvector_to_array(to_tsvector('note', :text))
ON CONFLICT ON CONSTRAINT document_pk DO UPDATE
SET version = excluded.version,
    read_at = excluded.read_at,
    deleted = false,
    notes = excluded.notes,
    occurred_on = excluded.occurred_on,
    thread_id = excluded.thread_id,
    thread_key = excluded.thread_key,
    thread_at = excluded.thread_at,
    created_at = excluded.created_at,
    lexemes = excluded.lexemes
WHERE document.version < excluded.version
   OR (document.version = excluded.version AND document.read_at <= excluded.read_at)
