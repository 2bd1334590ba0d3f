-- Events written in the transaction of the change they tell about; the relay sends and deletes them.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    user_id     uuid        NOT NULL,
    event_id    uuid        NOT NULL,
    topic       text        NOT NULL,
    message_key text        NOT NULL,
    type        text        NOT NULL,
    payload     jsonb       NOT NULL,
    request_id  text,
    traceparent text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT outbox_pk PRIMARY KEY (id)
);

ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON outbox
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

-- The relay publishes every account's events: ids, versions and kinds, nothing a person wrote.
CREATE POLICY relay ON outbox TO ${relay_role} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO ${app_role};
GRANT SELECT, DELETE ON outbox TO ${relay_role};

-- Rows live for milliseconds, so that the table stays small only when it is vacuumed by count, not by share.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
