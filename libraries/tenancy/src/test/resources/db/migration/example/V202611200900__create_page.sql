CREATE TABLE page (
    user_id uuid NOT NULL,
    words text NOT NULL
);

ALTER TABLE page ENABLE ROW LEVEL SECURITY;
ALTER TABLE page FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON page
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

CREATE POLICY relay ON page FOR SELECT TO ${relay_role} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON page TO ${app_role};
GRANT SELECT (user_id) ON page TO ${relay_role};
