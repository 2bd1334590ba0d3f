-- Vectors of search texts that the provider made, by the hash of text and model; the text itself is not kept.
CREATE TABLE cached_query_vector (
    user_id uuid NOT NULL,
    input_hash bytea NOT NULL,
    embedding bytea NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT cached_query_vector_pkey PRIMARY KEY (user_id, input_hash)
);

ALTER TABLE cached_query_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE cached_query_vector FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON cached_query_vector
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON cached_query_vector TO ${app_role};
