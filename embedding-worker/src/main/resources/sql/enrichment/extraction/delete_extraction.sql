-- Forgets what was read out of a note.
DELETE FROM extraction
WHERE user_id = :userId AND interaction_id = :interactionId
