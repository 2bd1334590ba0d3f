-- In which notes was this contact typed as a participant?
SELECT interaction_id
  FROM typed_participant
 WHERE user_id = :userId
   AND contact_id = :contactId
