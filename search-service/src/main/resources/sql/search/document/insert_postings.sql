-- Puts a note under each of its stems.
INSERT INTO posting (user_id, lexeme, interaction_id)
SELECT user_id, unnest(lexemes), interaction_id
FROM document
WHERE user_id = :userId AND interaction_id = :interactionId
ON CONFLICT ON CONSTRAINT posting_pk DO NOTHING
