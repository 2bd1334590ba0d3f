-- Forgets what an account that is no more kept in note.
DELETE FROM note
 WHERE user_id = :userId
