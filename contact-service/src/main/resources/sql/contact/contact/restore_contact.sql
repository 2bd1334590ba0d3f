-- Brings a deleted contact back.
UPDATE contact
   SET deleted_at = NULL,
       deleted_by = NULL,
       updated_at = :now,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
