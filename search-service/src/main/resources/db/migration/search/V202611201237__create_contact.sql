-- What search knows of a contact; a deleted contact leaves an empty row.
CREATE TABLE contact (
    user_id             uuid        NOT NULL,
    contact_id          uuid        NOT NULL,
    version             bigint      NOT NULL,
    read_at             timestamptz NOT NULL,
    deleted             boolean     NOT NULL DEFAULT false,
    display_name        text        NOT NULL DEFAULT '',
    folded_names        text        NOT NULL DEFAULT '',
    about               text        NOT NULL DEFAULT '',
    lexemes             text[]      NOT NULL DEFAULT '{}',
    tags                text[]      NOT NULL DEFAULT '{}',
    last_interaction_on date,
    CONSTRAINT contact_pk PRIMARY KEY (user_id, contact_id)
);

COMMENT ON COLUMN contact.folded_names IS 'Every name, without accents and capitals, one blank before each word.';
COMMENT ON COLUMN contact.about IS 'What a result says about the contact: work, place, latest news.';

ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON contact
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO ${app_role};
