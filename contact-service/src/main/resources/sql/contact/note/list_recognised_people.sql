-- Who stands in this note according to the facts that count?
SELECT c.id AS contact_id,
       c.display_name,
       CASE WHEN bool_or(f.value ->> 'role' = 'participant') THEN 'participant' ELSE 'mentioned' END AS role
  FROM fact f
  JOIN contact c ON c.user_id = f.user_id AND c.id = f.contact_id
 WHERE f.user_id = :userId
   AND f.interaction_id = :interactionId
   AND f.kind = 'person'
   AND f.state = 'kept'
   AND c.deleted_at IS NULL
   AND c.merged_into IS NULL
 GROUP BY c.id, c.display_name
 ORDER BY min(f.id::text)
