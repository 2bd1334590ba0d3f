-- Which of these notes are not deleted, and what are their versions?
SELECT id, version
FROM interaction
WHERE user_id = :userId AND id = ANY (:interactionIds) AND deleted_at IS NULL
