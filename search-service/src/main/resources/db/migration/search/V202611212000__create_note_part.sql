-- What the parts of a note mean, in UTF-16 units of its text: a sentence each, or several of a long note.
CREATE TABLE note_part (
    user_id        uuid    NOT NULL,
    model          text    NOT NULL,
    interaction_id uuid    NOT NULL,
    position       int     NOT NULL,
    begins         int     NOT NULL,
    ends           int     NOT NULL,
    text_hash      text    NOT NULL,
    ranked         boolean NOT NULL,
    dimensions     int     NOT NULL,
    embedding      halfvec NOT NULL,
    CONSTRAINT note_part_pk PRIMARY KEY (user_id, model, interaction_id, position),
    CONSTRAINT note_part_extent CHECK (begins >= 0 AND begins < ends),
    CONSTRAINT note_part_dimensions CHECK (vector_dims(embedding) = dimensions),
    CONSTRAINT note_part_document_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES document (user_id, interaction_id) ON DELETE CASCADE
);

COMMENT ON COLUMN note_part.text_hash IS 'Of the note''s text: whether the places are still right.';
COMMENT ON COLUMN note_part.ranked IS 'Whether the note is longer than a model reads, so that it is found by its parts.';

ALTER TABLE note_part ALTER COLUMN embedding SET STORAGE PLAIN;

CREATE INDEX note_part_document_idx ON note_part (user_id, interaction_id);
CREATE INDEX note_part_ranked_idx ON note_part (user_id, model) WHERE ranked;

ALTER TABLE note_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE note_part FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON note_part
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON note_part TO ${app_role};
