-- What counts about this contact, be it said of them or of whose relative they are?
SELECT f.id, f.kind, f.contact_id, f.member_id, f.interaction_id, f.interaction_version, f.subject, f.said,
       f.value::text AS value, f.quote, f.quote_start, f.quote_end, f.provider, f.model,
       f.confidence, f.status, f.sure, f.state,
       f.decided_by, f.decided_at, f.candidates, f.as_of, f.version
  FROM fact f
 WHERE f.user_id = :userId
   AND f.state = 'kept'
   AND (f.contact_id = :contactId OR f.member_id = :contactId)
 ORDER BY f.as_of DESC, f.id
