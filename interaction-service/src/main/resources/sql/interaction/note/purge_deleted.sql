-- Takes text and people out of an account's old tombstones.
WITH purged AS (
    UPDATE interaction
    SET notes = '', location = NULL, location_source = NULL, thread_id = NULL, purged_at = :now
    WHERE user_id = :userId AND deleted_at < :before AND purged_at IS NULL
    RETURNING id
)
DELETE FROM participant
WHERE user_id = :userId AND interaction_id IN (SELECT id FROM purged)
