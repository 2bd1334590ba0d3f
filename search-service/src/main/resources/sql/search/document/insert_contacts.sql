-- Keeps who a note is about, in the note's order.
INSERT INTO document_contact (user_id, interaction_id, contact_id, display_name, position)
SELECT :userId, :interactionId, given.contact_id, given.display_name, given.position
FROM unnest(CAST(:contactIds AS uuid[]), CAST(:names AS text[])) WITH ORDINALITY
    AS given (contact_id, display_name, position)
ON CONFLICT ON CONSTRAINT document_contact_pk DO NOTHING
