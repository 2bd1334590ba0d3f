-- Forgets what a note meant together with the one before it.
DELETE FROM context_vector
WHERE user_id = :userId AND interaction_id = :interactionId
