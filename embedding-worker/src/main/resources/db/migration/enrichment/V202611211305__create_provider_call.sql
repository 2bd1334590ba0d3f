-- Every call that the provider was paid for: what it was for, what answered it (model and prompt with their versions),
-- how many tokens it took and what it cost in US dollars. While a note is being read, its row has no answer yet and sets
-- aside what such a call may cost, so that notes read at the same time share a budget.
CREATE TABLE provider_call (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    purpose text NOT NULL CONSTRAINT provider_call_purpose CHECK (purpose IN ('facts', 'vector', 'query')),
    called_at timestamptz NOT NULL,
    answered_at timestamptz,
    model text,
    engine text,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost numeric(16, 10) NOT NULL,
    CONSTRAINT provider_call_pkey PRIMARY KEY (user_id, id),
    CONSTRAINT provider_call_answer CHECK ((answered_at IS NULL) = (model IS NULL))
);

CREATE INDEX provider_call_called_at_idx ON provider_call (user_id, called_at);

ALTER TABLE provider_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE provider_call FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON provider_call
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON provider_call TO ${app_role};
