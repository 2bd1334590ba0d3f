-- Keeps what a note means together with the one before it, beside other models' vectors.
INSERT INTO context_vector (user_id, model, interaction_id, text_hash, dimensions, embedding)
VALUES (:userId, :model, :interactionId, decode(:textHash, 'hex'), :dimensions, CAST(CAST(:embedding AS vector) AS halfvec))
ON CONFLICT ON CONSTRAINT context_vector_pk DO UPDATE
SET text_hash = excluded.text_hash, dimensions = excluded.dimensions, embedding = excluded.embedding
