CREATE TABLE contact_merge (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    contact_id uuid NOT NULL,
    into_id uuid NOT NULL,
    merged_at timestamptz NOT NULL,
    -- What the merge moved and changed, so that an undo can put exactly that back.
    moved jsonb NOT NULL,
    CONSTRAINT contact_merge_pk PRIMARY KEY (user_id, id),
    CONSTRAINT contact_merge_contact_fk FOREIGN KEY (user_id, contact_id)
        REFERENCES contact (user_id, id) ON DELETE CASCADE,
    CONSTRAINT contact_merge_into_fk FOREIGN KEY (user_id, into_id)
        REFERENCES contact (user_id, id) ON DELETE CASCADE
);

ALTER TABLE contact_merge ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact_merge FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact_merge
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact_merge TO ${app_role};

CREATE INDEX contact_merge_contact_idx ON contact_merge (user_id, contact_id);
CREATE INDEX contact_merge_into_idx ON contact_merge (user_id, into_id);
