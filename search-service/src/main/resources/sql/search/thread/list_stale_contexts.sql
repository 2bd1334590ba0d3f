-- Which notes are to be read again, what do they say, what stands right before them in their threads, and of which texts has each of
-- their models read both, and the parts? Those of the last changes first: marks are in the order of time.
SELECT stale.interaction_id,
       stale.mark,
       note.notes,
       before.interaction_id AS before_id,
       before.notes AS notes_before,
       ARRAY(
           SELECT coalesce(contact.display_name, about.display_name)
           FROM document_contact AS about
           LEFT JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
           WHERE about.user_id = :userId AND about.interaction_id = note.interaction_id
           ORDER BY about.position) AS names,
       ARRAY(
           SELECT coalesce(contact.display_name, about.display_name)
           FROM document_contact AS about
           LEFT JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
           WHERE about.user_id = :userId AND about.interaction_id = before.interaction_id
           ORDER BY about.position) AS names_before,
       ARRAY(
           SELECT coalesce(encode(context.text_hash, 'hex'), '')
           FROM document_vector AS vector
           LEFT JOIN context_vector AS context
             ON context.user_id = :userId
            AND context.model = vector.model
            AND context.interaction_id = vector.interaction_id
           WHERE vector.user_id = :userId AND vector.interaction_id = note.interaction_id) AS text_hashes,
       ARRAY(
           SELECT coalesce(part.text_hash, '')
           FROM document_vector AS vector
           LEFT JOIN note_part AS part
             ON part.user_id = :userId
            AND part.model = vector.model
            AND part.interaction_id = vector.interaction_id
            AND part.position = 0
           WHERE vector.user_id = :userId AND vector.interaction_id = note.interaction_id) AS part_hashes
FROM (
    SELECT interaction_id, mark
    FROM stale_context
    WHERE user_id = :userId
    ORDER BY mark DESC, interaction_id
    LIMIT :limit) AS stale
LEFT JOIN document AS note
  ON note.user_id = :userId AND note.interaction_id = stale.interaction_id AND NOT note.deleted
LEFT JOIN LATERAL (
    SELECT earlier.interaction_id, earlier.notes
    FROM document AS earlier
    WHERE earlier.user_id = :userId
      AND earlier.thread_key = note.thread_key
      AND (earlier.thread_at, earlier.created_at, earlier.interaction_id)
          < (note.thread_at, note.created_at, note.interaction_id)
    ORDER BY earlier.thread_at DESC, earlier.created_at DESC, earlier.interaction_id DESC
    LIMIT 1) AS before ON true
ORDER BY stale.mark DESC, stale.interaction_id
