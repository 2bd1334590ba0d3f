-- The meaning of a note, one row for each model that has read it. No dimensions in the type: models differ in them.
CREATE TABLE document_vector (
    user_id        uuid    NOT NULL,
    model          text    NOT NULL,
    interaction_id uuid    NOT NULL,
    version        bigint  NOT NULL,
    dimensions     int     NOT NULL,
    embedding      halfvec NOT NULL,
    CONSTRAINT document_vector_pk PRIMARY KEY (user_id, model, interaction_id),
    CONSTRAINT document_vector_dimensions CHECK (vector_dims(embedding) = dimensions),
    CONSTRAINT document_vector_document_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES document (user_id, interaction_id) ON DELETE CASCADE
);

-- A vector that must be fetched from a TOAST table first makes an exact search eight times slower.
ALTER TABLE document_vector ALTER COLUMN embedding SET STORAGE PLAIN;

CREATE INDEX document_vector_document_idx ON document_vector (user_id, interaction_id);

ALTER TABLE document_vector ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_vector FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON document_vector
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON document_vector TO ${app_role};
