-- May this transaction write the contact, alone?
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:userId AS text) || ' ' || CAST(:contactId AS text), 3))
