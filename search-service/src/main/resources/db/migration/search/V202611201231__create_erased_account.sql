-- Accounts that are erased: a late event must not bring any of their data back.
CREATE TABLE erased_account (
    user_id uuid NOT NULL,
    CONSTRAINT erased_account_pk PRIMARY KEY (user_id)
);

ALTER TABLE erased_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_account FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON erased_account
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON erased_account TO ${app_role};
