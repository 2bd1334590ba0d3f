-- What is kept of a note, and under which stems does it stand?
SELECT version, deleted, notes, occurred_on, thread_key, thread_at, created_at, lexemes,
       ARRAY(
           SELECT contact_id
           FROM document_contact
           WHERE user_id = :userId AND interaction_id = :interactionId
           ORDER BY position) AS contact_ids,
       ARRAY(
           SELECT display_name
           FROM document_contact
           WHERE user_id = :userId AND interaction_id = :interactionId
           ORDER BY position) AS names
FROM document
WHERE user_id = :userId AND interaction_id = :interactionId
