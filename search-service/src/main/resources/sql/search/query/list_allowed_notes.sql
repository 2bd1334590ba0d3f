-- Which notes does a filter allow? At most so many, beginning with the narrowest that the filter says.
WITH candidate AS (
    SELECT interaction_id
    FROM document_contact
    WHERE user_id = :userId AND contact_id = CAST(:contactId AS uuid)
    UNION ALL
    SELECT about.interaction_id
    FROM contact
    JOIN document_contact AS about ON about.user_id = :userId AND about.contact_id = contact.contact_id
    WHERE CAST(:contactId AS uuid) IS NULL AND contact.user_id = :userId AND CAST(:tag AS text) = ANY(contact.tags)
    UNION ALL
    SELECT interaction_id
    FROM document
    WHERE CAST(:contactId AS uuid) IS NULL
      AND CAST(:tag AS text) IS NULL
      AND user_id = :userId
      AND occurred_on BETWEEN coalesce(CAST(:from AS date), '-infinity') AND coalesce(CAST(:to AS date), 'infinity')
)
SELECT document.interaction_id
FROM candidate
JOIN document ON document.user_id = :userId AND document.interaction_id = candidate.interaction_id
WHERE NOT document.deleted
  AND document.occurred_on BETWEEN coalesce(CAST(:from AS date), '-infinity') AND coalesce(CAST(:to AS date), 'infinity')
  AND (CAST(:tag AS text) IS NULL OR EXISTS (
      SELECT FROM document_contact AS about
      JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
      WHERE about.user_id = :userId
        AND about.interaction_id = document.interaction_id
        AND CAST(:tag AS text) = ANY(contact.tags)))
LIMIT :limit
