-- Forgets events older than any topic keeps them (relay role, all accounts).
DELETE FROM inbox
WHERE seen_at < now() - interval '14 days'
