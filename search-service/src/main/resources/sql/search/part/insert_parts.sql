-- Keeps what the parts of notes mean to one model.
INSERT INTO note_part (user_id, model, interaction_id, position, begins, ends, text_hash, ranked, dimensions, embedding)
SELECT :userId, :model, part.interaction_id, part.position, part.begins, part.ends, part.text_hash, part.ranked, :dimensions,
       CAST(CAST(part.embedding AS vector) AS halfvec)
FROM unnest(
    CAST(:interactionIds AS uuid[]), CAST(:positions AS int[]), CAST(:begins AS int[]), CAST(:ends AS int[]),
    CAST(:textHashes AS text[]), CAST(:ranked AS boolean[]), CAST(:embeddings AS text[]))
    AS part (interaction_id, position, begins, ends, text_hash, ranked, embedding)
ON CONFLICT ON CONSTRAINT note_part_pk DO NOTHING
