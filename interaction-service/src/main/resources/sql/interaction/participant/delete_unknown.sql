-- Drops participants who were accepted unchecked and turn out not to be the account's contacts.
DELETE FROM participant
WHERE user_id = :userId AND state = 'unchecked' AND contact_id = ANY (:contactIds)
RETURNING interaction_id
