-- Forgets what happened too long ago (relay role, all accounts).
DELETE FROM audit_entry
WHERE at < :before
