-- Which living notes name this contact, and from which version are their facts?
SELECT DISTINCT n.interaction_id, n.applied_version
  FROM fact f
  JOIN note n ON n.user_id = f.user_id AND n.interaction_id = f.interaction_id
 WHERE f.user_id = :userId
   AND f.contact_id = :contactId
   AND f.kind = 'person'
   AND n.applied_version IS NOT NULL
   AND NOT n.deleted
 ORDER BY n.interaction_id
