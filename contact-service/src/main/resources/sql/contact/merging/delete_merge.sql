-- Forgets a merge that was undone.
DELETE FROM contact_merge
 WHERE user_id = :userId
   AND id = :id
