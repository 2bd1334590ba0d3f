-- Keeps the vector of a note, in place of the same model's vector of an earlier version or name.
INSERT INTO passage_vector (
    user_id, interaction_id, model, version, dimensions, embedding, text_hash, names, created_at)
VALUES (:userId, :interactionId, :model, :version, :dimensions, :embedding, :textHash, :names, :now)
ON CONFLICT (user_id, interaction_id, model) DO UPDATE
SET version = EXCLUDED.version, dimensions = EXCLUDED.dimensions, embedding = EXCLUDED.embedding,
    text_hash = EXCLUDED.text_hash, names = EXCLUDED.names, created_at = EXCLUDED.created_at
WHERE passage_vector.user_id = :userId
