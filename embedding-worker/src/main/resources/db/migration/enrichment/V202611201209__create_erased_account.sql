-- Accounts that are gone: work that was under way when they went must not leave anything behind.
CREATE TABLE erased_account (
    user_id uuid NOT NULL,
    erased_at timestamptz NOT NULL,
    CONSTRAINT erased_account_pkey PRIMARY KEY (user_id)
);

ALTER TABLE erased_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_account FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON erased_account
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON erased_account TO ${app_role};
