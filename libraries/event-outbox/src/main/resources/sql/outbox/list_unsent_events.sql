-- Lists the oldest unsent events of all accounts (relay role); a row committed late is still found, since sent rows are deleted.
SELECT id, event_id, topic, message_key, type, payload::text AS payload, payload ->> 'contract' AS contract, request_id, traceparent
FROM outbox
ORDER BY id
LIMIT :limit
