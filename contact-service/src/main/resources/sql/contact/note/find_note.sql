-- Which version of this note have we heard of, and is it still there?
SELECT version, applied_version, occurred_on, deleted
  FROM note
 WHERE user_id = :userId
   AND interaction_id = :interactionId
