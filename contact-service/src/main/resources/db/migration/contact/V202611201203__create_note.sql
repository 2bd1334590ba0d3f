-- What this service knows of the notes: which version its facts are from, and when the note happened.
CREATE TABLE note (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    version bigint NOT NULL,
    -- The version whose facts were applied; null until then.
    applied_version bigint,
    occurred_on date,
    -- A tombstone, so that a late extraction cannot bring the note's facts back.
    deleted boolean NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT note_pk PRIMARY KEY (user_id, interaction_id)
);

ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON note
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON note TO ${app_role};
