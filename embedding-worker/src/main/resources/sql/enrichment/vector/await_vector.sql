-- Notes that a vector is missing and when it is asked for again, unless a newer version's is.
INSERT INTO missing_vector (
    user_id, interaction_id, version, code, attempts, missing_since, next_attempt_at, told_attempt_at, due_at)
VALUES (:userId, :interactionId, :version, :code, :attempts, :missingSince, :nextAttemptAt, :toldAttemptAt, :dueAt)
ON CONFLICT (user_id, interaction_id) DO UPDATE
SET version = EXCLUDED.version, code = EXCLUDED.code, attempts = EXCLUDED.attempts,
    missing_since = EXCLUDED.missing_since, next_attempt_at = EXCLUDED.next_attempt_at,
    told_attempt_at = EXCLUDED.told_attempt_at, due_at = EXCLUDED.due_at
WHERE missing_vector.user_id = :userId AND missing_vector.version <= EXCLUDED.version
