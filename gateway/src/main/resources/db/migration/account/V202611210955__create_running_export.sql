-- The one export of an account that runs now, on whichever replica; one that is not renewed has died.
CREATE TABLE running_export (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT running_export_pk PRIMARY KEY (user_id),
    CONSTRAINT running_export_account_fk FOREIGN KEY (user_id) REFERENCES account (user_id) ON DELETE CASCADE
);

ALTER TABLE running_export ENABLE ROW LEVEL SECURITY;
ALTER TABLE running_export FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON running_export
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON running_export TO ${app_role};
