-- May a result of this version be kept? Returns the version if no newer one and no deletion is in the way, and locks the note.
INSERT INTO enriched_note AS note (user_id, interaction_id, version, deleted, updated_at)
VALUES (:userId, :interactionId, :version, false, :now)
ON CONFLICT (user_id, interaction_id) DO UPDATE
SET version = EXCLUDED.version, deleted = false, updated_at = EXCLUDED.updated_at
WHERE note.user_id = :userId
  AND (note.version < EXCLUDED.version OR (note.version = EXCLUDED.version AND NOT note.deleted))
RETURNING version
