-- Forgets how a contact was called.
DELETE FROM contact_name
WHERE user_id = :userId AND contact_id = :contactId
