-- Which notes are nearly the nearest to the question in meaning,
-- of those that a filter allows? By the index of a large account, note by note, until there are enough.
SELECT interaction_id, 1 - distance AS score
FROM (
    SELECT vector.interaction_id,
           halfvec(vector.embedding, CAST(:dimensions AS int), true) <=> CAST(CAST(:embedding AS vector) AS halfvec) AS distance
    FROM document_vector AS vector
    WHERE vector.user_id = :userId
      AND vector.model = :model
      AND vector.dimensions = :dimensions
      AND EXISTS (
          SELECT
          FROM document
          WHERE document.user_id = :userId
            AND document.interaction_id = vector.interaction_id
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
          OFFSET 0)
    ORDER BY distance
    LIMIT :limit) AS nearest
ORDER BY score DESC, interaction_id DESC
