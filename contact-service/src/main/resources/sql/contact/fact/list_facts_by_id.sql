-- Which facts come next by id, whatever became of them?
SELECT f.id, f.kind, f.contact_id, f.member_id, f.interaction_id, f.interaction_version, f.subject, f.said,
       f.value::text AS value, f.quote, f.quote_start, f.quote_end, f.provider, f.model,
       f.confidence, f.status, f.sure, f.state,
       f.decided_by, f.decided_at, f.candidates, f.as_of, f.version
  FROM fact f
 WHERE f.user_id = :userId
   AND f.id > :after
 ORDER BY f.id
 LIMIT :limit
