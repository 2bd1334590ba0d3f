-- The vector of a note, one for each model that embedded it. Little-endian 32-bit floats: nobody searches here, search-service keeps its own.
CREATE TABLE passage_vector (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    model text NOT NULL,
    version bigint NOT NULL,
    dimensions integer NOT NULL,
    embedding bytea NOT NULL,
    text_hash bytea NOT NULL,
    names text[] NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT passage_vector_pkey PRIMARY KEY (user_id, interaction_id, model),
    CONSTRAINT passage_vector_length CHECK (octet_length(embedding) = dimensions * 4),
    CONSTRAINT passage_vector_note_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES enriched_note (user_id, interaction_id) ON DELETE CASCADE
);

ALTER TABLE passage_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE passage_vector FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON passage_vector
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON passage_vector TO ${app_role};
