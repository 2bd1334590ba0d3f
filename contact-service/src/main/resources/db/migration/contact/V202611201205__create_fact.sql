CREATE TABLE fact (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    contact_id uuid,
    -- The relative a family fact names, once it is clear who that is.
    member_id uuid,
    -- The note it was read out of; null for what was typed by hand.
    interaction_id uuid,
    interaction_version bigint,
    -- Folded name of the person in the note: ties a person's facts together while it is open who is meant.
    subject text NOT NULL,
    -- What the machine read, to recognise the fact when the note is understood again, whatever the user made of it.
    said text NOT NULL,
    value jsonb NOT NULL,
    quote text,
    quote_start integer,
    quote_end integer,
    confidence double precision NOT NULL,
    status text NOT NULL CONSTRAINT fact_status CHECK (status IN ('happened', 'planned', 'uncertain', 'negated')),
    -- Whether the fact is kept without asking as soon as it is clear who is meant.
    sure boolean NOT NULL,
    state text NOT NULL CONSTRAINT fact_state CHECK (state IN ('suggested', 'kept', 'off')),
    decided_by text NOT NULL CONSTRAINT fact_decided_by CHECK (decided_by IN ('machine', 'user')),
    decided_at timestamptz NOT NULL,
    candidates uuid[] NOT NULL DEFAULT '{}',
    as_of date NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT fact_pk PRIMARY KEY (user_id, id),
    CONSTRAINT fact_contact_fk FOREIGN KEY (user_id, contact_id) REFERENCES contact (user_id, id) ON DELETE CASCADE,
    CONSTRAINT fact_member_fk FOREIGN KEY (user_id, member_id) REFERENCES contact (user_id, id)
        ON DELETE SET NULL (member_id),
    CONSTRAINT fact_note_fk FOREIGN KEY (user_id, interaction_id) REFERENCES note (user_id, interaction_id)
        ON DELETE CASCADE
);

ALTER TABLE fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE fact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON fact
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON fact TO ${app_role};

CREATE INDEX fact_contact_idx ON fact (user_id, contact_id, as_of DESC, id);
CREATE INDEX fact_member_idx ON fact (user_id, member_id) WHERE member_id IS NOT NULL;
CREATE INDEX fact_interaction_idx ON fact (user_id, interaction_id);
CREATE INDEX fact_order_idx ON fact (user_id, as_of DESC, id);
-- One typed value of a kind for each contact.
CREATE UNIQUE INDEX fact_typed_idx ON fact (user_id, contact_id, kind) WHERE interaction_id IS NULL;
