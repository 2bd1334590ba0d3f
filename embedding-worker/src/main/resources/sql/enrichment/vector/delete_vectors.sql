-- Forgets all vectors of a note.
DELETE FROM passage_vector
WHERE user_id = :userId AND interaction_id = :interactionId
