-- Which of these notes have a meaning together with the one before them?
SELECT interaction_id
FROM context_vector
WHERE user_id = :userId AND model = :model AND interaction_id = ANY(:interactionIds)
