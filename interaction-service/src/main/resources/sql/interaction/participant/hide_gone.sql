-- Hides contacts that are deleted; they come back when the contact is restored.
UPDATE participant
SET state = 'gone'
WHERE user_id = :userId AND state = 'known' AND contact_id = ANY (:contactIds)
RETURNING interaction_id
