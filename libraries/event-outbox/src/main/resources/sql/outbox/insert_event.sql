-- Keeps an event until the relay has published it.
INSERT INTO outbox (user_id, event_id, topic, message_key, type, payload, request_id, traceparent)
VALUES (:userId, :eventId, :topic, :messageKey, :type, CAST(:payload AS jsonb), :requestId, :traceparent)
