-- Which notes share the rarest words with the question? Each shared stem counts as much as it is rare in this account.
WITH total AS (
    SELECT count(*)::float8 AS notes
    FROM document
    WHERE user_id = :userId AND NOT deleted
), hit AS (
    SELECT lexeme, interaction_id
    FROM posting
    WHERE user_id = :userId AND lexeme = ANY(:lexemes)
), weight AS (
    SELECT lexeme, ln(1 + (total.notes - count(*) + 0.5) / (count(*) + 0.5)) AS idf
    FROM hit CROSS JOIN total
    GROUP BY lexeme, total.notes
)
SELECT document.interaction_id, sum(weight.idf)::float8 AS score
FROM hit
JOIN weight ON weight.lexeme = hit.lexeme
JOIN document ON document.user_id = :userId AND document.interaction_id = hit.interaction_id
WHERE NOT document.deleted
  AND (CAST(:from AS date) IS NULL OR document.occurred_on >= :from)
  AND (CAST(:to AS date) IS NULL OR document.occurred_on <= :to)
  AND (CAST(:contactId AS uuid) IS NULL OR EXISTS (
      SELECT FROM document_contact AS about
      WHERE about.user_id = :userId
        AND about.interaction_id = document.interaction_id
        AND about.contact_id = :contactId))
  AND (CAST(:tag AS text) IS NULL OR EXISTS (
      SELECT FROM document_contact AS about
      JOIN contact ON contact.user_id = :userId AND contact.contact_id = about.contact_id
      WHERE about.user_id = :userId
        AND about.interaction_id = document.interaction_id
        AND CAST(:tag AS text) = ANY(contact.tags)))
GROUP BY document.interaction_id, document.occurred_on
ORDER BY score DESC, document.occurred_on DESC, document.interaction_id DESC
LIMIT :limit
