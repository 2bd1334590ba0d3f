-- Marks a note as deleted, unless it was restored in a newer version.
INSERT INTO enriched_note AS note (user_id, interaction_id, version, deleted, updated_at)
VALUES (:userId, :interactionId, :version, true, :now)
ON CONFLICT (user_id, interaction_id) DO UPDATE
SET version = EXCLUDED.version, deleted = true, updated_at = EXCLUDED.updated_at
WHERE note.user_id = :userId AND note.version <= EXCLUDED.version
RETURNING version
