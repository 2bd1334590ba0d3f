-- Makes a contact no participant of these notes any more.
DELETE FROM typed_participant
 WHERE user_id = :userId
   AND contact_id = :contactId
   AND interaction_id = ANY (:notes)
