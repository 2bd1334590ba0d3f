-- Waits until nobody writes for the account, and keeps everybody from it until it is erased.
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:userId AS text), 1))
