-- Keeps how a contact may be called.
INSERT INTO contact_name (user_id, name, contact_id)
SELECT :userId, given.name, :contactId
FROM unnest(CAST(:names AS text[])) AS given (name)
ON CONFLICT ON CONSTRAINT contact_name_pk DO NOTHING
