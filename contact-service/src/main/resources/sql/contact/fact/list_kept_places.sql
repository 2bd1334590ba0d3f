-- Where do these contacts live, where have they lived and where do they plan to, as far as it counts?
SELECT f.id, f.kind, f.contact_id, f.member_id, f.interaction_id, f.interaction_version, f.subject, f.said,
       f.value::text AS value, f.quote, f.quote_start, f.quote_end, f.provider, f.model,
       f.confidence, f.status, f.sure, f.state,
       f.decided_by, f.decided_at, f.candidates, f.as_of, f.version
  FROM fact f
 WHERE f.user_id = :userId
   AND f.contact_id = ANY (:contactIds)
   AND f.kind = 'location'
   AND f.state = 'kept'
 ORDER BY f.as_of DESC, f.id
