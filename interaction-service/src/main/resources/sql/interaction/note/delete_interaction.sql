-- Turns a note into a tombstone, which is a new version too.
UPDATE interaction
SET version = version + 1, deleted_at = :now, updated_at = :now
WHERE user_id = :userId AND id = :id AND deleted_at IS NULL
RETURNING version
