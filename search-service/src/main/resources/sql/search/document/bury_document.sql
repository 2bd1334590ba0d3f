-- Empties a deleted note and keeps its version, unless a newer version is kept already.
INSERT INTO document (user_id, interaction_id, version, read_at, deleted)
SELECT :userId, :interactionId, :version, :readAt, true
ON CONFLICT ON CONSTRAINT document_pk DO UPDATE
SET version = excluded.version,
    read_at = excluded.read_at,
    deleted = true,
    notes = '',
    occurred_on = NULL,
    thread_id = NULL,
    thread_key = NULL,
    thread_at = NULL,
    created_at = NULL,
    lexemes = '{}'
WHERE document.version < excluded.version
   OR (document.version = excluded.version AND document.read_at <= excluded.read_at)
