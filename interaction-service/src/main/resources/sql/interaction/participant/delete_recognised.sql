-- Removes the recognised people of a note who are not recognised any more.
DELETE FROM participant
WHERE user_id = :userId
  AND interaction_id = :interactionId
  AND source = 'recognised'
  AND contact_id <> ALL (:contactIds)
