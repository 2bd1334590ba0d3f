-- Notes that a consumer handles an event; no row is written when it was handled before.
INSERT INTO inbox (user_id, consumer, event_id)
VALUES (:userId, :consumer, :eventId)
ON CONFLICT ON CONSTRAINT inbox_pk DO NOTHING
