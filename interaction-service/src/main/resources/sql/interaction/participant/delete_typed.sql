-- Removes the typed participants of a note who are not typed any more.
DELETE FROM participant
WHERE user_id = :userId AND interaction_id = :interactionId AND source = 'typed' AND contact_id <> ALL (:contactIds)
