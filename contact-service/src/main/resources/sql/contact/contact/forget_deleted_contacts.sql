-- Forgets the contacts of an account that were deleted before then, with everything that hangs on them.
DELETE FROM contact
 WHERE user_id = :userId
   AND deleted_at < :before
