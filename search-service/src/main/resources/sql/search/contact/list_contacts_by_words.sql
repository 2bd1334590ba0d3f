-- About which contacts is something known that shares words with the question, and how many of them?
SELECT contact_id, display_name, about, last_interaction_on,
       cardinality(ARRAY(SELECT unnest(lexemes) INTERSECT SELECT unnest(CAST(:lexemes AS text[])))) AS shared
FROM contact
WHERE user_id = :userId
  AND NOT deleted
  AND lexemes && CAST(:lexemes AS text[])
  AND (CAST(:contactId AS uuid) IS NULL OR contact_id = :contactId)
  AND (CAST(:tag AS text) IS NULL OR CAST(:tag AS text) = ANY(tags))
ORDER BY shared DESC, last_interaction_on DESC NULLS LAST, display_name, contact_id
LIMIT :limit
