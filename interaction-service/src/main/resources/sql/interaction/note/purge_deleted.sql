-- Takes the text out of an account's old tombstones.
UPDATE interaction
SET notes = '', location = NULL, location_source = NULL, thread_id = NULL, purged_at = :now
WHERE user_id = :userId AND deleted_at < :before AND purged_at IS NULL
