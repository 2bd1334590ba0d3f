-- Notes. A deleted one stays as a tombstone, so that a late event cannot bring it back; its text goes after 30 days.
CREATE TABLE interaction (
    user_id               uuid        NOT NULL,
    id                    uuid        NOT NULL,
    version               bigint      NOT NULL,
    notes                 text        NOT NULL,
    occurred_on           date        NOT NULL,
    occurred_on_source    text        NOT NULL,
    occurred_at           timestamptz,
    written_at            timestamptz NOT NULL,
    zone                  text        NOT NULL,
    location              text,
    location_source       text,
    thread_id             text,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    deleted_at            timestamptz,
    purged_at             timestamptz,
    -- How far this version is understood; the state people see follows from these.
    enrichment_off        boolean     NOT NULL,
    facts_applied         boolean     NOT NULL,
    searchable            boolean     NOT NULL,
    provider              text,
    model                 text,
    error_code            text,
    next_attempt_at       timestamptz,
    -- By the database's clock, which all replicas share: streams resume by it.
    enrichment_updated_at timestamptz NOT NULL,
    CONSTRAINT interaction_pk PRIMARY KEY (user_id, id),
    CONSTRAINT interaction_occurred_on_source_ck CHECK (occurred_on_source IN ('typed', 'note', 'default')),
    CONSTRAINT interaction_location_source_ck CHECK (location_source IN ('typed', 'note')),
    CONSTRAINT interaction_location_ck CHECK ((location IS NULL) = (location_source IS NULL)),
    CONSTRAINT interaction_notes_ck CHECK (notes <> '' OR purged_at IS NOT NULL)
);

CREATE INDEX interaction_newest_idx ON interaction (user_id, occurred_on DESC, created_at DESC, id DESC)
    WHERE deleted_at IS NULL;
CREATE INDEX interaction_thread_idx ON interaction (user_id, thread_id, occurred_on)
    WHERE thread_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX interaction_enrichment_idx ON interaction (user_id, enrichment_updated_at, id);
CREATE INDEX interaction_purge_idx ON interaction (deleted_at) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;

ALTER TABLE interaction ENABLE ROW LEVEL SECURITY;
ALTER TABLE interaction FORCE ROW LEVEL SECURITY;

CREATE POLICY tenant ON interaction
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);

-- The purge finds the accounts that have old tombstones, and sees nothing else of them.
CREATE POLICY purge ON interaction FOR SELECT TO ${relay_role} USING (true);

GRANT SELECT, INSERT, UPDATE, DELETE ON interaction TO ${app_role};
GRANT SELECT (user_id, deleted_at, purged_at) ON interaction TO ${relay_role};
