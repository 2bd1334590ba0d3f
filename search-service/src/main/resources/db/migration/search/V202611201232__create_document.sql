-- What search knows of a note; a deleted note leaves an empty row, so that a late event cannot bring it back.
CREATE TABLE document (
    user_id        uuid        NOT NULL,
    interaction_id uuid        NOT NULL,
    version        bigint      NOT NULL,
    read_at        timestamptz NOT NULL,
    deleted        boolean     NOT NULL DEFAULT false,
    notes          text        NOT NULL DEFAULT '',
    occurred_on    date,
    thread_id      text,
    thread_key     text,
    created_at     timestamptz,
    lexemes        text[]      NOT NULL DEFAULT '{}',
    CONSTRAINT document_pk PRIMARY KEY (user_id, interaction_id),
    CONSTRAINT document_has_date_and_age CHECK (deleted OR (occurred_on IS NOT NULL AND created_at IS NOT NULL))
);

COMMENT ON COLUMN document.read_at IS 'When its owner was asked: of two answers about one version, the one asked for later counts.';
COMMENT ON COLUMN document.thread_key IS 'Notes of one conversation: the thread id, or the same person on the same day.';
COMMENT ON COLUMN document.lexemes IS 'The stems under which the note stands in posting.';

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON document
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON document TO ${app_role};
