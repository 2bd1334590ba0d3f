-- Who a note is about. A contact that is merged or deleted keeps its row, since either can be undone.
CREATE TABLE participant (
    user_id          uuid    NOT NULL,
    interaction_id   uuid    NOT NULL,
    contact_id       uuid    NOT NULL,
    -- The contact that stands for this one since a merge; otherwise itself.
    shown_contact_id uuid    NOT NULL,
    display_name     text,
    source           text    NOT NULL,
    role             text    NOT NULL,
    -- unchecked: contact-service could not be asked yet.
    state            text    NOT NULL,
    position         integer NOT NULL,
    CONSTRAINT participant_pk PRIMARY KEY (user_id, interaction_id, contact_id),
    CONSTRAINT participant_interaction_fk FOREIGN KEY (user_id, interaction_id)
        REFERENCES interaction (user_id, id) ON DELETE CASCADE,
    CONSTRAINT participant_source_ck CHECK (source IN ('typed', 'recognised')),
    CONSTRAINT participant_role_ck CHECK (role IN ('participant', 'mentioned')),
    CONSTRAINT participant_state_ck CHECK (state IN ('unchecked', 'known', 'gone'))
);

CREATE INDEX participant_contact_idx ON participant (user_id, contact_id);
CREATE INDEX participant_shown_contact_idx ON participant (user_id, shown_contact_id, interaction_id);
CREATE INDEX participant_unchecked_idx ON participant (user_id) WHERE state = 'unchecked';

ALTER TABLE participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE participant FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON participant
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

-- The check of waiting participants finds the accounts that have some, and sees nothing else of them.
CREATE POLICY check_waiting ON participant FOR SELECT TO ${relay_role} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON participant TO ${app_role};
GRANT SELECT (user_id, state) ON participant TO ${relay_role};
