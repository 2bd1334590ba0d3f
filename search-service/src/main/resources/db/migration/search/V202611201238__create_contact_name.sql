-- The names by which a question may call a contact, without accents and capitals.
CREATE TABLE contact_name (
    user_id    uuid             NOT NULL,
    name       text COLLATE "C" NOT NULL,
    contact_id uuid             NOT NULL,
    CONSTRAINT contact_name_pk PRIMARY KEY (user_id, name, contact_id),
    CONSTRAINT contact_name_contact_fk FOREIGN KEY (user_id, contact_id)
        REFERENCES contact (user_id, contact_id) ON DELETE CASCADE
);

CREATE INDEX contact_name_contact_idx ON contact_name (user_id, contact_id);

ALTER TABLE contact_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_name FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON contact_name
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_name TO ${app_role};
