-- When were these notes, and who are they about?
SELECT document.interaction_id, document.occurred_on, document.created_at,
       ARRAY(
           SELECT about.contact_id
           FROM document_contact AS about
           WHERE about.user_id = :userId AND about.interaction_id = document.interaction_id) AS contact_ids
FROM document
WHERE document.user_id = :userId
  AND NOT document.deleted
  AND document.interaction_id = ANY(:interactionIds)
