-- Answers of the provider, by the hash of everything that shaped them. They go when the note goes that asked for them.
CREATE TABLE cached_extraction (
    user_id uuid NOT NULL,
    input_hash bytea NOT NULL,
    interaction_id uuid NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    engine text NOT NULL,
    facts jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT cached_extraction_pkey PRIMARY KEY (user_id, input_hash)
);

ALTER TABLE cached_extraction ENABLE ROW LEVEL SECURITY;
ALTER TABLE cached_extraction FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON cached_extraction
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON cached_extraction TO ${app_role};
