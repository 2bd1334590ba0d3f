-- Forgets what was typed by hand about one thing of a contact.
DELETE FROM fact
 WHERE user_id = :userId
   AND contact_id = :contactId
   AND kind = :kind
   AND interaction_id IS NULL
