-- Forgets what an account that is no more kept in contact_merge.
DELETE FROM contact_merge
 WHERE user_id = :userId
