CREATE TABLE contact (
    user_id uuid NOT NULL,
    id uuid NOT NULL,
    first_name text,
    last_name text,
    nickname text,
    display_name text NOT NULL GENERATED ALWAYS AS (
        coalesce(nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), ''), nickname)) STORED,
    folded_name text NOT NULL GENERATED ALWAYS AS (
        folded(coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(nickname, ''))) STORED,
    birthday_year smallint,
    birthday_month smallint,
    birthday_day smallint,
    location text,
    company text,
    job_title text,
    relation_to_me text,
    emails jsonb NOT NULL DEFAULT '[]',
    phones jsonb NOT NULL DEFAULT '[]',
    addresses jsonb NOT NULL DEFAULT '[]',
    links jsonb NOT NULL DEFAULT '[]',
    how_we_met text,
    notes text,
    tags text[] NOT NULL DEFAULT '{}',
    latest_news_text text,
    latest_news_as_of date,
    latest_news_interaction_id uuid,
    last_interaction_on date,
    -- Who made the contact: a contact that only a note made goes when the note goes, unless the user took it over.
    created_by text NOT NULL CONSTRAINT contact_created_by CHECK (created_by IN ('user', 'machine')),
    deleted_at timestamptz,
    deleted_by text CONSTRAINT contact_deleted_by CHECK (deleted_by IN ('user', 'machine')),
    merged_into uuid,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT contact_pk PRIMARY KEY (user_id, id),
    CONSTRAINT contact_merged_into_fk FOREIGN KEY (user_id, merged_into) REFERENCES contact (user_id, id)
        ON DELETE CASCADE,
    CONSTRAINT contact_named CHECK (coalesce(first_name, last_name, nickname) IS NOT NULL),
    CONSTRAINT contact_birthday CHECK ((birthday_month IS NULL) = (birthday_day IS NULL)
        AND (birthday_year IS NULL OR birthday_day IS NOT NULL)),
    CONSTRAINT contact_deleted CHECK ((deleted_at IS NULL) = (deleted_by IS NULL))
);

ALTER TABLE contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE contact FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON contact
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO ${app_role};

-- The address book by name. Typing needs no trigram index: row-level security narrows to one account first, and a few
-- thousand names are compared in milliseconds.
CREATE INDEX contact_name_idx ON contact (user_id, folded_name, id) WHERE deleted_at IS NULL AND merged_into IS NULL;
CREATE INDEX contact_last_interaction_idx ON contact (user_id, last_interaction_on DESC NULLS LAST, id)
    WHERE deleted_at IS NULL AND merged_into IS NULL;
CREATE INDEX contact_created_idx ON contact (user_id, created_at DESC, id)
    WHERE deleted_at IS NULL AND merged_into IS NULL;
-- For the job that forgets what was deleted 30 days ago.
CREATE INDEX contact_deleted_idx ON contact (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE POLICY relay ON contact FOR SELECT TO ${relay_role} USING (true);
GRANT SELECT (user_id, deleted_at) ON contact TO ${relay_role};
