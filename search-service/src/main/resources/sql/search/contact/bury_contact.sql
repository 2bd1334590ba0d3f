-- Empties a contact that its owner no longer has, unless a later answer is kept already.
INSERT INTO contact (user_id, contact_id, version, read_at, deleted)
SELECT :userId, :contactId, 0, :readAt, true
ON CONFLICT ON CONSTRAINT contact_pk DO UPDATE
SET read_at = excluded.read_at,
    deleted = true,
    display_name = '',
    folded_names = '',
    about = '',
    lexemes = '{}',
    tags = '{}',
    last_interaction_on = NULL
WHERE contact.read_at <= excluded.read_at
