-- Whom the user named as participants of a note; whom the note itself names stands in fact.
CREATE TABLE typed_participant (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    contact_id uuid NOT NULL,
    CONSTRAINT typed_participant_pk PRIMARY KEY (user_id, interaction_id, contact_id),
    CONSTRAINT typed_participant_note_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES note (user_id, interaction_id) ON DELETE CASCADE,
    CONSTRAINT typed_participant_contact_fk FOREIGN KEY (user_id, contact_id)
        REFERENCES contact (user_id, id) ON DELETE CASCADE
);

ALTER TABLE typed_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE typed_participant FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON typed_participant
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON typed_participant TO ${app_role};

CREATE INDEX typed_participant_contact_idx ON typed_participant (user_id, contact_id);
