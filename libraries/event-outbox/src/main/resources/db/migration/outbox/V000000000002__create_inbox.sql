-- Events that were handled, so that a second delivery has no second effect.
CREATE TABLE inbox (
    user_id  uuid        NOT NULL,
    consumer text        NOT NULL,
    event_id uuid        NOT NULL,
    seen_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (user_id, consumer, event_id)
);

CREATE INDEX inbox_seen_at_idx ON inbox (seen_at);

ALTER TABLE inbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE inbox FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON inbox
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

-- The purge sees nothing but the age of a row, of every account.
CREATE POLICY purge ON inbox TO ${relay_role} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON inbox TO ${app_role};
GRANT SELECT (seen_at), DELETE ON inbox TO ${relay_role};
