-- Under which stems does the note stand now?
SELECT lexemes
FROM document
WHERE user_id = :userId AND interaction_id = :interactionId
