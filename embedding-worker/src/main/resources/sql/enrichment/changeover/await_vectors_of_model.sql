-- Puts every note that one model has no vector of on the list of those that wait for one, behind all that were asked for before.
INSERT INTO missing_vector (
    user_id, interaction_id, version, code, attempts, missing_since, next_attempt_at, due_at)
SELECT note.user_id, note.interaction_id, note.version, :code, 0, :now, :now, :now
FROM enriched_note AS note
WHERE note.user_id = :userId
  AND NOT note.deleted
  AND NOT EXISTS (
      SELECT
      FROM passage_vector AS made
      WHERE made.user_id = :userId AND made.interaction_id = note.interaction_id AND made.model = :model)
ON CONFLICT ON CONSTRAINT missing_vector_pkey DO NOTHING
