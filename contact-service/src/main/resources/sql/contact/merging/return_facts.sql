-- Gives facts back to the contact they were moved from, unless they have moved on since.
UPDATE fact
   SET contact_id = :toId,
       version = version + 1
 WHERE user_id = :userId
   AND contact_id = :fromId
   AND id = ANY (:ids)
