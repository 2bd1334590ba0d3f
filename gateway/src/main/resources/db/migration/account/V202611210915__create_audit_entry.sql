-- What happened to an account: who came in, which keys were made, what was taken out. One's own to read, nobody's to
-- change: the service may add lines, not rewrite or remove them. No address and no text of anybody's is kept.
CREATE TABLE audit_entry (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    session_id uuid,
    token_id uuid,
    user_agent text,
    detail text[] NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (user_id, id),
    CONSTRAINT audit_entry_account_fk FOREIGN KEY (user_id) REFERENCES account (user_id) ON DELETE CASCADE,
    CONSTRAINT audit_entry_kind_known CHECK (kind IN (
        'signed-in', 'sign-in-refused', 'signed-out', 'signed-out-everywhere', 'session-ended', 'token-issued',
        'token-revoked', 'settings-changed', 'export-started', 'erasure-requested')),
    -- A few words of ours: an e-mail or a name with anything but plain letters does not even fit.
    CONSTRAINT audit_entry_detail_words CHECK (array_to_string(detail, ' ') ~ '^[a-zA-Z -]{0,200}$')
);

CREATE INDEX audit_entry_at ON audit_entry (at);

ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON audit_entry
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
-- Old lines are removed over all accounts, and only old ones can be.
CREATE POLICY purge ON audit_entry TO ${relay_role} USING (at < now() - interval '30 days');

GRANT SELECT, INSERT ON audit_entry TO ${app_role};
GRANT SELECT (at), DELETE ON audit_entry TO ${relay_role};
