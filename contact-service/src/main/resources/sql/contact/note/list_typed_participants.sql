-- Whom did the user name as participants of this note?
SELECT contact_id
  FROM typed_participant
 WHERE user_id = :userId
   AND interaction_id = :interactionId
 ORDER BY contact_id
