-- Remembers from which version of a note its facts are.
UPDATE note
   SET applied_version = :version
 WHERE user_id = :userId
   AND interaction_id = :interactionId
