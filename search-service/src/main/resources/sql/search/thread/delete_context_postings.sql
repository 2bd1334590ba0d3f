-- Takes a note from under the stems of the one before it.
DELETE FROM context_posting
WHERE user_id = :userId AND interaction_id = :interactionId
