-- Keeps what a version of a note means to a model, beside other models' vectors.
INSERT INTO document_vector (user_id, model, interaction_id, version, dimensions, embedding)
VALUES (:userId, :model, :interactionId, :version, :dimensions, CAST(CAST(:embedding AS vector) AS halfvec))
ON CONFLICT ON CONSTRAINT document_vector_pk DO UPDATE
SET version = excluded.version, dimensions = excluded.dimensions, embedding = excluded.embedding
WHERE document_vector.version <= excluded.version
