-- Puts a note under each of its stems, and takes it from under those that it no longer has.
WITH withdrawn AS (
    DELETE FROM posting
    WHERE user_id = :userId
      AND interaction_id = :interactionId
      AND lexeme = ANY(:former)
      AND lexeme <> ALL(ARRAY(
          SELECT unnest(lexemes)
          FROM document
          WHERE user_id = :userId AND interaction_id = :interactionId))
)
INSERT INTO posting (user_id, lexeme, interaction_id)
SELECT user_id, unnest(lexemes), interaction_id
FROM document
WHERE user_id = :userId AND interaction_id = :interactionId
ON CONFLICT ON CONSTRAINT posting_pk DO NOTHING
