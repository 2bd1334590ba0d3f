-- Who are these notes about, by the names the contacts have today?
SELECT about.interaction_id, about.contact_id, coalesce(contact.display_name, about.display_name) AS display_name
FROM document_contact AS about
LEFT JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
WHERE about.user_id = :userId
  AND about.interaction_id = ANY(:interactionIds)
  AND contact.deleted IS NOT TRUE
ORDER BY about.interaction_id, about.position
