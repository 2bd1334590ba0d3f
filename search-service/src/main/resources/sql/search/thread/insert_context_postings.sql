-- Puts a note under those stems of the one before it that it does not have itself.
INSERT INTO context_posting (user_id, lexeme, interaction_id)
SELECT :userId, lexeme, :interactionId
FROM document AS before
CROSS JOIN unnest(before.lexemes) AS lexeme
WHERE before.user_id = :userId
  AND before.interaction_id = :beforeId
  AND lexeme <> ALL(ARRAY(
      SELECT unnest(lexemes)
      FROM document
      WHERE user_id = :userId AND interaction_id = :interactionId))
