-- What decides what this contact shows? Every kept fact of the kinds that fill in its fields or tie relatives, and its newest news.
SELECT f.id, f.kind, f.contact_id, f.member_id, f.interaction_id, f.interaction_version, f.subject, f.said,
       f.value::text AS value, f.quote, f.quote_start, f.quote_end, f.provider, f.model,
       f.confidence, f.status, f.sure, f.state,
       f.decided_by, f.decided_at, f.candidates, f.as_of, f.version
  FROM fact f
 WHERE f.user_id = :userId
   AND f.state = 'kept'
   AND (f.contact_id = :contactId OR f.member_id = :contactId)
   AND (f.kind IN ('birthday', 'location', 'relation-to-me', 'job', 'family')
        OR f.id = (
            SELECT n.id
              FROM fact n
             WHERE n.user_id = :userId
               AND n.contact_id = :contactId
               AND n.kind = 'news'
               AND n.state = 'kept'
             ORDER BY n.as_of DESC, n.interaction_id DESC, n.id
             LIMIT 1))
 ORDER BY f.as_of DESC, f.id
