-- Makes a contact a signpost to the one it was merged into, or (null) one of its own again.
UPDATE contact
   SET merged_into = :intoId,
       updated_at = :now,
       version = version + 1
 WHERE user_id = :userId
   AND id = :id
