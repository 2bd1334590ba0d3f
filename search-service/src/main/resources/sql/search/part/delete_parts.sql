-- Forgets the parts of other texts than the ones these notes have now.
DELETE FROM note_part
USING unnest(CAST(:interactionIds AS uuid[]), CAST(:textHashes AS text[])) AS given (interaction_id, text_hash)
WHERE note_part.user_id = :userId
  AND note_part.interaction_id = given.interaction_id
  AND note_part.text_hash <> given.text_hash
