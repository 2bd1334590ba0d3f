-- The stems that a note does not have itself, but the one before it in its thread.
CREATE TABLE context_posting (
    user_id        uuid             NOT NULL,
    lexeme         text COLLATE "C" NOT NULL,
    interaction_id uuid             NOT NULL,
    CONSTRAINT context_posting_pk PRIMARY KEY (user_id, lexeme, interaction_id),
    CONSTRAINT context_posting_document_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES document (user_id, interaction_id) ON DELETE CASCADE
);

CREATE INDEX context_posting_document_idx ON context_posting (user_id, interaction_id);

ALTER TABLE context_posting SET (autovacuum_vacuum_insert_scale_factor = 0.02);

ALTER TABLE context_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE context_posting FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON context_posting
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON context_posting TO ${app_role};
