-- Who else is changing this account's contacts? Waits until nobody is, and keeps others waiting until the commit.
-- Seed 1, since seed 0 is the lock that every transaction of the account shares: upgrading that one would deadlock.
SELECT 1
  FROM pg_advisory_xact_lock(hashtextextended('contact ' || CAST(:userId AS text), 1))
