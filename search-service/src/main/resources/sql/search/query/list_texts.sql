-- What do these notes say?
SELECT interaction_id, notes
FROM document
WHERE user_id = :userId AND NOT deleted AND interaction_id = ANY(:interactionIds)
