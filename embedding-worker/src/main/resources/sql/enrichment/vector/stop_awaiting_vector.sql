-- The vector of this version is no longer missing.
DELETE FROM missing_vector
WHERE user_id = :userId AND interaction_id = :interactionId AND version <= :version
