-- Deletes a living contact; it can be restored until it is forgotten.
UPDATE contact
   SET deleted_at = :now,
       deleted_by = :deletedBy,
       updated_at = :now,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
   AND deleted_at IS NULL
