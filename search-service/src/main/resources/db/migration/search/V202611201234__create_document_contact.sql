-- Who a note is about.
CREATE TABLE document_contact (
    user_id        uuid NOT NULL,
    interaction_id uuid NOT NULL,
    contact_id     uuid NOT NULL,
    display_name   text NOT NULL,
    position       int  NOT NULL,
    CONSTRAINT document_contact_pk PRIMARY KEY (user_id, interaction_id, contact_id),
    CONSTRAINT document_contact_document_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES document (user_id, interaction_id) ON DELETE CASCADE
);

CREATE INDEX document_contact_contact_idx ON document_contact (user_id, contact_id);

ALTER TABLE document_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_contact FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON document_contact
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON document_contact TO ${app_role};
