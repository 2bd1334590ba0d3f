-- A part of understanding a version failed and is tried again.
UPDATE interaction
SET error_code = :code, next_attempt_at = :nextAttemptAt, enrichment_updated_at = clock_timestamp()
WHERE user_id = :userId AND id = :id AND version = :version AND deleted_at IS NULL AND NOT enrichment_off
