-- Which version of a note was understood last, and is the note deleted?
SELECT version, deleted
FROM enriched_note
WHERE user_id = :userId AND interaction_id = :interactionId
