-- Forgets, over all accounts, every request whose day is over.
DELETE FROM idempotent_request
WHERE created_at < now() - INTERVAL '24 hours'
