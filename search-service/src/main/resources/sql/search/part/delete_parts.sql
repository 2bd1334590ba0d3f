-- Forgets the parts of other texts than the one the note has now.
DELETE FROM note_part
WHERE user_id = :userId AND interaction_id = :interactionId AND text_hash <> :textHash
