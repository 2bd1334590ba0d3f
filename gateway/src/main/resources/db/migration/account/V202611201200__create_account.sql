-- A person who has signed in; the provider's subject is who they are, the e-mail may change.
CREATE TABLE account (
    user_id uuid NOT NULL,
    registration_id text NOT NULL,
    subject text NOT NULL,
    email text NOT NULL,
    first_name text,
    last_name text,
    time_zone text NOT NULL,
    enrichment text NOT NULL,
    appearance jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (user_id),
    CONSTRAINT account_subject_unique UNIQUE (registration_id, subject),
    CONSTRAINT account_enrichment_known CHECK (enrichment IN ('on', 'local-only', 'off'))
);

-- One browser that is signed in; the cookie holds what the hash is made of.
CREATE TABLE session (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    registration_id text NOT NULL,
    user_agent text,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    idle_expires_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT session_pk PRIMARY KEY (user_id, id),
    CONSTRAINT session_hash_unique UNIQUE (hash),
    CONSTRAINT session_account_fk FOREIGN KEY (user_id) REFERENCES account (user_id) ON DELETE CASCADE
);

-- A key for scripts; its text is shown once and never stored.
CREATE TABLE personal_access_token (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    hash bytea NOT NULL,
    name text NOT NULL,
    scopes text[] NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    idempotency_key text,
    CONSTRAINT personal_access_token_pk PRIMARY KEY (user_id, id),
    CONSTRAINT personal_access_token_hash_unique UNIQUE (hash),
    CONSTRAINT personal_access_token_key_unique UNIQUE (user_id, idempotency_key),
    CONSTRAINT personal_access_token_account_fk FOREIGN KEY (user_id) REFERENCES account (user_id) ON DELETE CASCADE
);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
ALTER TABLE personal_access_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE personal_access_token FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON account
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY tenant ON session
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
CREATE POLICY tenant ON personal_access_token
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON account, session, personal_access_token TO ${app_role};
