-- Which vector did this model make of a note?
SELECT version, model, dimensions, embedding, text_hash, names
FROM passage_vector
WHERE user_id = :userId AND interaction_id = :interactionId AND model = :model
