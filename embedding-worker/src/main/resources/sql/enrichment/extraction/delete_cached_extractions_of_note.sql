-- Forgets the answers that a note asked for.
DELETE FROM cached_extraction
WHERE user_id = :userId AND interaction_id = :interactionId
