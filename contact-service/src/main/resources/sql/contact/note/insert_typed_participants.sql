-- Remembers who was typed as a participant of this note, as far as we know them.
INSERT INTO typed_participant (user_id, interaction_id, contact_id)
SELECT :userId, :interactionId, c.id
  FROM contact c
 WHERE c.user_id = :userId
   AND c.id = ANY (:contactIds)
