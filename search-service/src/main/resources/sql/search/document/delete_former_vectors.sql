-- Forgets the meaning of texts that the note no longer has.
DELETE FROM document_vector
WHERE user_id = :userId AND interaction_id = :interactionId AND version < :version
