-- Forgets what notes meant together with the ones before them, unless both still say the same.
DELETE FROM context_vector
USING unnest(CAST(:interactionIds AS uuid[]), CAST(:textHashes AS text[])) AS given (interaction_id, text_hash)
WHERE context_vector.user_id = :userId
  AND context_vector.interaction_id = given.interaction_id
  AND encode(context_vector.text_hash, 'hex') <> given.text_hash
