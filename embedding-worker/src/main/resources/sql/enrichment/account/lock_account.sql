-- Waits for every writer of this account and keeps new ones out until the transaction ends.
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:userId AS text), 8104)) IS NULL AS locked
