-- Keeps what the parts of a note mean to one model.
INSERT INTO note_part (user_id, model, interaction_id, position, begins, ends, text_hash, ranked, dimensions, embedding)
SELECT :userId, :model, :interactionId, part.position - 1, part.begins, part.ends, :textHash, :ranked, :dimensions,
       CAST(CAST(part.embedding AS vector) AS halfvec)
FROM unnest(CAST(:begins AS int[]), CAST(:ends AS int[]), CAST(:embeddings AS text[]))
    WITH ORDINALITY AS part (begins, ends, embedding, position)
ON CONFLICT ON CONSTRAINT note_part_pk DO NOTHING
