-- Which notes are to be read again after a change of one? It, and the one right after it in its thread.
INSERT INTO stale_context (user_id, interaction_id, mark)
SELECT :userId, changed.interaction_id, :mark
FROM (
    SELECT interaction_id
    FROM document
    WHERE user_id = :userId AND interaction_id = :interactionId AND NOT deleted
    UNION ALL
    SELECT next.interaction_id
    FROM document AS note
    CROSS JOIN LATERAL (
        SELECT later.interaction_id
        FROM document AS later
        WHERE later.user_id = :userId
          AND later.thread_key = note.thread_key
          AND (later.thread_at, later.created_at, later.interaction_id)
              > (note.thread_at, note.created_at, note.interaction_id)
        ORDER BY later.thread_at, later.created_at, later.interaction_id
        LIMIT 1) AS next
    WHERE note.user_id = :userId AND note.interaction_id = :interactionId
    UNION ALL
    SELECT interaction_id FROM context_posting WHERE user_id = :userId AND interaction_id = :interactionId
    UNION ALL
    SELECT interaction_id FROM context_vector WHERE user_id = :userId AND interaction_id = :interactionId
) AS changed
GROUP BY changed.interaction_id
ORDER BY changed.interaction_id
ON CONFLICT ON CONSTRAINT stale_context_pk DO UPDATE SET mark = excluded.mark
