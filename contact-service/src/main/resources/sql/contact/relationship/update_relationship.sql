-- Makes a relationship more exact, or the user's own.
UPDATE relationship
   SET contact_id = :contactId,
       other_id = :otherId,
       relation = :relation,
       inverse = :inverse,
       typed = :typed,
       interaction_id = :interactionId
 WHERE user_id = :userId
   AND id = :id
