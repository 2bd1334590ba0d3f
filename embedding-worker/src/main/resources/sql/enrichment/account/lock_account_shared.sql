-- Waits for an erasure of this account that is under way; many writers may hold this lock at once.
SELECT pg_advisory_xact_lock_shared(hashtextextended(CAST(:userId AS text), 8104)) IS NULL AS locked
