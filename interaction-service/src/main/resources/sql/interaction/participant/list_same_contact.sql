-- Which contact ids stand in notes for a contact, itself and those merged into it? Unless it was renamed, only those
-- that a restore or an undone merge may bring back.
SELECT DISTINCT contact_id
FROM participant
WHERE user_id = :userId
  AND (contact_id = :contactId OR shown_contact_id = :contactId)
  AND (:renamed OR state <> 'known' OR shown_contact_id <> contact_id)
