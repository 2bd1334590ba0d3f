-- Makes a contact a participant of these notes, where it is none yet.
INSERT INTO typed_participant (user_id, interaction_id, contact_id)
SELECT :userId, n.interaction_id, :contactId
  FROM note n
 WHERE n.user_id = :userId
   AND n.interaction_id = ANY (:notes)
ON CONFLICT DO NOTHING
