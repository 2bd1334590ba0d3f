-- One row for a pair: other_id is contact_id's relation (Mia is Anna's daughter). The other way round follows from it.
CREATE TABLE relationship (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    contact_id uuid NOT NULL,
    other_id uuid NOT NULL,
    relation text NOT NULL,
    -- What contact_id is to other_id, when it was said (Anna is Mia's mother) and need not be inferred.
    inverse text,
    -- Typed by hand; the others stand as long as a kept fact says so.
    typed boolean NOT NULL,
    interaction_id uuid,
    created_at timestamptz NOT NULL,
    CONSTRAINT relationship_pk PRIMARY KEY (user_id, id),
    CONSTRAINT relationship_contact_fk FOREIGN KEY (user_id, contact_id)
        REFERENCES contact (user_id, id) ON DELETE CASCADE,
    CONSTRAINT relationship_other_fk FOREIGN KEY (user_id, other_id)
        REFERENCES contact (user_id, id) ON DELETE CASCADE,
    CONSTRAINT relationship_of_two CHECK (contact_id <> other_id),
    CONSTRAINT relationship_once UNIQUE (user_id, contact_id, other_id, relation)
);

ALTER TABLE relationship ENABLE ROW LEVEL SECURITY;
ALTER TABLE relationship FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON relationship
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON relationship TO ${app_role};

CREATE INDEX relationship_other_idx ON relationship (user_id, other_id);
