-- Notes whose vector the provider still owes us: since when, when it is asked again, and what was last told about it.
CREATE TABLE missing_vector (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    version bigint NOT NULL,
    code text NOT NULL,
    attempts integer NOT NULL,
    missing_since timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    told_attempt_at timestamptz,
    due_at timestamptz NOT NULL,
    CONSTRAINT missing_vector_pkey PRIMARY KEY (user_id, interaction_id),
    CONSTRAINT missing_vector_note_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES enriched_note (user_id, interaction_id) ON DELETE CASCADE
);

ALTER TABLE missing_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE missing_vector FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON missing_vector
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON missing_vector TO ${app_role};
-- The job that asks again finds out which accounts wait, then works on one account at a time.
CREATE POLICY relay ON missing_vector FOR SELECT TO ${relay_role} USING (true);
GRANT SELECT (user_id, interaction_id, due_at) ON missing_vector TO ${relay_role};
