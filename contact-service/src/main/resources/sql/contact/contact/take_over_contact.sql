-- The user has done something with a contact that a note made: from now on it stays when the note goes.
UPDATE contact
   SET created_by = 'user'
 WHERE user_id = :userId
   AND id = :id
