-- May this transaction write the note, alone?
SELECT pg_advisory_xact_lock(hashtextextended(CAST(:userId AS text) || ' ' || CAST(:interactionId AS text), 2))
