-- Notes whose context is to be read again, because they or the one before them in their thread changed.
CREATE TABLE stale_context (
    user_id        uuid NOT NULL,
    interaction_id uuid NOT NULL,
    mark           uuid NOT NULL,
    CONSTRAINT stale_context_pk PRIMARY KEY (user_id, interaction_id)
);

COMMENT ON COLUMN stale_context.mark IS 'Another one for each change: what was read before the last change settles nothing.';

ALTER TABLE stale_context ENABLE ROW LEVEL SECURITY;
ALTER TABLE stale_context FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON stale_context
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON stale_context TO ${app_role};
