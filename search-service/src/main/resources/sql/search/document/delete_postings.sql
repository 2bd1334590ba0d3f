-- Takes a note from under the stems it no longer has.
DELETE FROM posting
WHERE user_id = :userId
  AND interaction_id = :interactionId
  AND lexeme = ANY(:former)
  AND lexeme <> ALL(ARRAY(
      SELECT unnest(lexemes)
      FROM document
      WHERE user_id = :userId AND interaction_id = :interactionId))
