-- Which notes mean most nearly the same as the question, of those that a filter allows?
SELECT interaction_id, 1 - distance AS score
FROM (
    SELECT vector.interaction_id, vector.embedding <=> (SELECT CAST(CAST(:embedding AS vector) AS halfvec)) AS distance
    FROM document_vector AS vector
    JOIN document ON document.user_id = :userId AND document.interaction_id = vector.interaction_id
    WHERE (CAST(:from AS date) IS NULL OR document.occurred_on >= :from)
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
      AND vector.user_id = :userId
      AND vector.model = :model
      AND vector.dimensions = :dimensions
    ORDER BY distance, interaction_id DESC
    LIMIT :limit) AS nearest
