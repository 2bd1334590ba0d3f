-- Is this still the version that was understood last? Locks the note, so that it stays so until the transaction ends.
SELECT version
FROM enriched_note
WHERE user_id = :userId AND interaction_id = :interactionId AND version = :version AND NOT deleted
FOR UPDATE
