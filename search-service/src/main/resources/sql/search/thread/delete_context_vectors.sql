-- Forgets what a note meant together with the one before it, unless both still say the same.
DELETE FROM context_vector
WHERE user_id = :userId AND interaction_id = :interactionId AND encode(text_hash, 'hex') <> :textHash
