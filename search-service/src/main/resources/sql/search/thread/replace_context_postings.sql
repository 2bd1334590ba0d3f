-- Puts notes under those stems of the ones before them that they do not have themselves, and takes them from under all others.
WITH wanted AS MATERIALIZED (
    SELECT note.interaction_id, lexeme
    FROM unnest(CAST(:followers AS uuid[]), CAST(:befores AS uuid[])) AS pair (interaction_id, before_id)
    JOIN document AS note ON note.user_id = :userId AND note.interaction_id = pair.interaction_id
    JOIN document AS before ON before.user_id = :userId AND before.interaction_id = pair.before_id
    CROSS JOIN unnest(before.lexemes) AS lexeme
    WHERE lexeme <> ALL(note.lexemes)
), withdrawn AS (
    DELETE FROM context_posting
    WHERE user_id = :userId
      AND interaction_id = ANY(:interactionIds)
      AND NOT EXISTS (
          SELECT FROM wanted
          WHERE wanted.interaction_id = context_posting.interaction_id AND wanted.lexeme = context_posting.lexeme)
)
INSERT INTO context_posting (user_id, lexeme, interaction_id)
SELECT :userId, lexeme, interaction_id
FROM wanted
ON CONFLICT ON CONSTRAINT context_posting_pk DO NOTHING
