-- Remembers a merge with everything it takes to undo it.
INSERT INTO contact_merge (user_id, id, contact_id, into_id, merged_at, moved)
VALUES (:userId, :id, :contactId, :intoId, :now, CAST(:moved AS jsonb))
