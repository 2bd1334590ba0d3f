-- Which vector of a note was made last?
SELECT version, model, dimensions, embedding, text_hash, names
FROM passage_vector
WHERE user_id = :userId AND interaction_id = :interactionId
ORDER BY version DESC, created_at DESC
LIMIT 1
