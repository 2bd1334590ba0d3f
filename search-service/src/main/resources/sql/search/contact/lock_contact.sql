-- May this transaction write the contact, alone, and while the account is not being erased?
SELECT pg_advisory_xact_lock_shared(hashtextextended(CAST(:userId AS text), 1)),
       pg_advisory_xact_lock(hashtextextended(CAST(:contactId AS text), 3))
