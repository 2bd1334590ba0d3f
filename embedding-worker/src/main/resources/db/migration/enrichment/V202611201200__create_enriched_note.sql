-- The version of a note that was understood last. A deleted note leaves its row behind, so that a late result cannot bring it back.
CREATE TABLE enriched_note (
    user_id uuid NOT NULL,
    interaction_id uuid NOT NULL,
    version bigint NOT NULL,
    deleted boolean NOT NULL DEFAULT false,
    updated_at timestamptz NOT NULL,
    CONSTRAINT enriched_note_pkey PRIMARY KEY (user_id, interaction_id)
);

ALTER TABLE enriched_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE enriched_note FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON enriched_note
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON enriched_note TO ${app_role};
