-- Forgets events whose publication the broker has acknowledged.
DELETE FROM outbox
WHERE id = ANY(:ids)
