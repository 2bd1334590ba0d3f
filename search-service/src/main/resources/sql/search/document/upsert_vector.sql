-- Keeps what a version of a note means to a model, beside other models' vectors; a model that had none before is to read its context.
WITH kept AS (
    INSERT INTO document_vector (user_id, model, interaction_id, version, dimensions, embedding)
    VALUES (:userId, :model, :interactionId, :version, :dimensions, CAST(CAST(:embedding AS vector) AS halfvec))
    ON CONFLICT ON CONSTRAINT document_vector_pk DO UPDATE
    SET version = excluded.version, dimensions = excluded.dimensions, embedding = excluded.embedding
    WHERE document_vector.version <= excluded.version
    RETURNING interaction_id, xmax = 0 AS is_new -- nobody has changed a row that was inserted just now
)
INSERT INTO stale_context (user_id, interaction_id, mark)
SELECT :userId, interaction_id, :mark
FROM kept
WHERE is_new
ON CONFLICT ON CONSTRAINT stale_context_pk DO UPDATE SET mark = excluded.mark
