-- What was read out of a note, by which engine, and what reading it cost. The cost is in US dollars; null when the provider does not tell it.
CREATE TABLE extraction (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    version bigint NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    engine text NOT NULL,
    facts jsonb NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric(16, 10),
    created_at timestamptz NOT NULL,
    CONSTRAINT extraction_pkey PRIMARY KEY (user_id, interaction_id),
    CONSTRAINT extraction_note_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES enriched_note (user_id, interaction_id) ON DELETE CASCADE
);

ALTER TABLE extraction ENABLE ROW LEVEL SECURITY;
ALTER TABLE extraction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON extraction
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON extraction TO ${app_role};
