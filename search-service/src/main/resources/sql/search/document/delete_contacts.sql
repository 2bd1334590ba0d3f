-- Forgets who a note was about.
DELETE FROM document_contact
WHERE user_id = :userId AND interaction_id = :interactionId
