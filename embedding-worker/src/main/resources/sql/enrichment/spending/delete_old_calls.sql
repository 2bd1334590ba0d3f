-- Forgets calls that are too old to be asked about, and those that ended with the process that made them.
DELETE FROM provider_call
WHERE user_id = :userId AND (called_at < :olderThan OR (answered_at IS NULL AND called_at < :stillRunning))
