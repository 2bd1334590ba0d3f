-- Forgets the vectors of a note's earlier versions.
DELETE FROM passage_vector
WHERE user_id = :userId AND interaction_id = :interactionId AND version < :version
