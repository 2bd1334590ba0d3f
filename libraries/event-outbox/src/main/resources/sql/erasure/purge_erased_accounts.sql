-- Forgets which accounts went longer ago than any topic keeps events (relay role, all accounts).
DELETE FROM erased_account
WHERE erased_at < now() - interval '8 days'
