-- Keeps what notes mean together with the ones before them to one model, beside other models' vectors.
INSERT INTO context_vector (user_id, model, interaction_id, text_hash, dimensions, embedding)
SELECT :userId, :model, given.interaction_id, decode(given.text_hash, 'hex'), :dimensions,
       CAST(CAST(given.embedding AS vector) AS halfvec)
FROM unnest(CAST(:interactionIds AS uuid[]), CAST(:textHashes AS text[]), CAST(:embeddings AS text[]))
    AS given (interaction_id, text_hash, embedding)
ON CONFLICT ON CONSTRAINT context_vector_pk DO UPDATE
SET text_hash = excluded.text_hash, dimensions = excluded.dimensions, embedding = excluded.embedding
