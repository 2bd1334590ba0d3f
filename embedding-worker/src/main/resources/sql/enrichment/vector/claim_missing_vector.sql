-- Takes a due note, so that no other replica works on it until the lease ends.
UPDATE missing_vector
SET due_at = :leasedUntil
WHERE user_id = :userId AND interaction_id = :interactionId AND due_at <= :now
RETURNING version, code, attempts, missing_since, next_attempt_at, told_attempt_at
