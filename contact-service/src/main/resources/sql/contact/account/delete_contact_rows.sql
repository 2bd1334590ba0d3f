-- Forgets what an account that is no more kept in contact.
DELETE FROM contact
 WHERE user_id = :userId
