-- What does a note say, whom is it with, and of which text has each of its models read the parts?
SELECT note.notes,
       ARRAY(
           SELECT coalesce(contact.display_name, about.display_name)
           FROM document_contact AS about
           LEFT JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
           WHERE about.user_id = :userId AND about.interaction_id = note.interaction_id
           ORDER BY about.position) AS names,
       ARRAY(
           SELECT coalesce(part.text_hash, '')
           FROM document_vector AS vector
           LEFT JOIN note_part AS part
             ON part.user_id = :userId
            AND part.model = vector.model
            AND part.interaction_id = vector.interaction_id
            AND part.position = 0
           WHERE vector.user_id = :userId AND vector.interaction_id = note.interaction_id) AS text_hashes
FROM document AS note
WHERE note.user_id = :userId AND note.interaction_id = :interactionId AND NOT note.deleted
