-- Which merge is this, if it can still be undone?
SELECT id, contact_id, into_id, moved::text AS moved
  FROM contact_merge
 WHERE user_id = :userId
   AND id = :id
   AND merged_at > :after
