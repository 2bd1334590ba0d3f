-- Which merges come next by id?
SELECT id, contact_id, into_id, merged_at
  FROM contact_merge
 WHERE user_id = :userId
   AND id > :after
 ORDER BY id
 LIMIT :limit
