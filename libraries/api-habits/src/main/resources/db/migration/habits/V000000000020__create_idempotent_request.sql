CREATE TABLE idempotent_request (
    user_id uuid NOT NULL,
    method text NOT NULL,
    path text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    status integer,
    content_type text,
    location text,
    etag text,
    body bytea,
    created_at timestamptz NOT NULL,
    CONSTRAINT idempotent_request_pk PRIMARY KEY (user_id, method, path, key)
);

ALTER TABLE idempotent_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotent_request FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON idempotent_request
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

-- The purge of old answers works over all accounts and may see nothing but their age.
CREATE POLICY purge ON idempotent_request FOR ALL TO ${relay_role} USING (true);

CREATE INDEX idempotent_request_created_at_idx ON idempotent_request (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotent_request TO ${app_role};
GRANT SELECT (created_at), DELETE ON idempotent_request TO ${relay_role};
