-- Forgets who was typed as a participant of this note.
DELETE FROM typed_participant
 WHERE user_id = :userId
   AND interaction_id = :interactionId
