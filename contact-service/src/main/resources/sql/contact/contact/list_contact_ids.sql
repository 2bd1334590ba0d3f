-- Which living contacts come next by id?
SELECT id
  FROM contact
 WHERE user_id = :userId
   AND id > :after
   AND deleted_at IS NULL
   AND merged_into IS NULL
 ORDER BY id
 LIMIT :limit
