-- The meaning of a note read together with the one before it in its thread: an answer seldom repeats its question.
CREATE TABLE context_vector (
    user_id        uuid    NOT NULL,
    model          text    NOT NULL,
    interaction_id uuid    NOT NULL,
    text_hash      bytea   NOT NULL,
    dimensions     int     NOT NULL,
    embedding      halfvec NOT NULL,
    CONSTRAINT context_vector_pk PRIMARY KEY (user_id, model, interaction_id),
    CONSTRAINT context_vector_dimensions CHECK (vector_dims(embedding) = dimensions),
    CONSTRAINT context_vector_document_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES document (user_id, interaction_id) ON DELETE CASCADE
);

COMMENT ON COLUMN context_vector.text_hash IS 'Of both texts: whether they are still the ones it was made of.';

ALTER TABLE context_vector ALTER COLUMN embedding SET STORAGE PLAIN;

CREATE INDEX context_vector_document_idx ON context_vector (user_id, interaction_id);

ALTER TABLE context_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE context_vector FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON context_vector
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON context_vector TO ${app_role};
