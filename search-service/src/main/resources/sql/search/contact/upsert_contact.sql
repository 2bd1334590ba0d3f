-- Keeps a contact unless a newer version, or a later answer about this one, is kept already.
INSERT INTO contact (
    user_id, contact_id, version, read_at, deleted, display_name, folded_names, about, lexemes, tags, last_interaction_on
)
SELECT :userId, :contactId, :version, :readAt, false, :displayName, :foldedNames, :about,
       tsvector_to_array(to_tsvector('note', :about)), CAST(:tags AS text[]), :lastInteractionOn
ON CONFLICT ON CONSTRAINT contact_pk DO UPDATE
SET version = excluded.version,
    read_at = excluded.read_at,
    deleted = false,
    display_name = excluded.display_name,
    folded_names = excluded.folded_names,
    about = excluded.about,
    lexemes = excluded.lexemes,
    tags = excluded.tags,
    last_interaction_on = excluded.last_interaction_on
WHERE contact.version < excluded.version
   OR (contact.version = excluded.version AND contact.read_at <= excluded.read_at)
