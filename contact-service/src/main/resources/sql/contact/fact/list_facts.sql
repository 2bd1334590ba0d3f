-- Which facts come next, newest first, of a note or a contact and in a state? Not those of whom the user deleted.
SELECT f.id, f.kind, f.contact_id, f.member_id, f.interaction_id, f.interaction_version, f.subject, f.said,
       f.value::text AS value, f.quote, f.quote_start, f.quote_end, f.provider, f.model,
       f.confidence, f.status, f.sure, f.state,
       f.decided_by, f.decided_at, f.candidates, f.as_of, f.version
  FROM fact f
  LEFT JOIN contact c ON c.user_id = f.user_id AND c.id = f.contact_id
 WHERE f.user_id = :userId
   AND (CAST(:interactionId AS uuid) IS NULL OR f.interaction_id = :interactionId)
   AND (CAST(:contactId AS uuid) IS NULL OR f.contact_id = :contactId)
   AND (CAST(:state AS text) IS NULL OR f.state = :state)
   AND (c.id IS NULL OR (c.merged_into IS NULL AND c.deleted_by IS DISTINCT FROM 'user'))
   AND (CAST(:afterId AS uuid) IS NULL
        OR f.as_of < :afterDay
        OR (f.as_of = :afterDay AND f.id > :afterId))
 ORDER BY f.as_of DESC, f.id
 LIMIT :limit
