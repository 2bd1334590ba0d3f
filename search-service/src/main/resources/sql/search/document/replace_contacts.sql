-- Keeps who a note is about, in the note's order, and forgets who it was about.
WITH left_out AS (
    DELETE FROM document_contact
    WHERE user_id = :userId AND interaction_id = :interactionId AND contact_id <> ALL(CAST(:contactIds AS uuid[]))
)
INSERT INTO document_contact (user_id, interaction_id, contact_id, display_name, position)
SELECT DISTINCT ON (given.contact_id) :userId, :interactionId, given.contact_id, given.display_name, given.position
FROM unnest(CAST(:contactIds AS uuid[]), CAST(:names AS text[])) WITH ORDINALITY
    AS given (contact_id, display_name, position)
ORDER BY given.contact_id, given.position
ON CONFLICT ON CONSTRAINT document_contact_pk DO UPDATE
SET display_name = excluded.display_name, position = excluded.position
