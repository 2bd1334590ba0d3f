-- Who else is changing this account's contacts? Waits until nobody is, and keeps others waiting until the commit.
SELECT 1
  FROM pg_advisory_xact_lock(hashtextextended('contact ' || CAST(:userId AS text), 0))
