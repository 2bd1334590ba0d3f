-- Accounts that are gone: whatever comes late for one of them must leave nothing behind. A random id and a time, nothing
-- else, and for eight days only: a day longer than any topic keeps the events that could come again.
CREATE TABLE IF NOT EXISTS erased_account (
    user_id uuid NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT erased_account_pk PRIMARY KEY (user_id)
);
-- Two services had such a table of their own, in slightly different shapes.
ALTER TABLE erased_account ADD COLUMN IF NOT EXISTS erased_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE erased_account ALTER COLUMN erased_at SET DEFAULT now();
CREATE INDEX erased_account_erased_at_idx ON erased_account (erased_at);

ALTER TABLE erased_account ENABLE ROW LEVEL SECURITY;
ALTER TABLE erased_account FORCE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS tenant ON erased_account;
CREATE POLICY tenant ON erased_account
    USING (user_id = nullif(current_setting('app.user_id', true), '')::uuid)
    WITH CHECK (user_id = nullif(current_setting('app.user_id', true), '')::uuid);
-- The purge sees nothing but when an account went, and only what is old enough.
CREATE POLICY purge ON erased_account TO ${relay_role} USING (erased_at < now() - interval '8 days');

REVOKE ALL ON erased_account FROM ${app_role};
GRANT SELECT, INSERT ON erased_account TO ${app_role};
GRANT SELECT (erased_at), DELETE ON erased_account TO ${relay_role};

-- Stands before every table of every account (afterMigrate.sql). Each transaction holds a shared lock on its account from
-- its first statement and an erasure holds it alone, so that this look is never too early.
CREATE FUNCTION refuse_erased_account() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM ${schema}.erased_account
               WHERE user_id = nullif(current_setting('app.user_id', true), '')::uuid) THEN
        RAISE EXCEPTION 'the account is erased' USING ERRCODE = '23M01';
    END IF;
    RETURN NULL;
END
$$;

-- Deletes an account's rows from every table there is, those that nothing refers to first; what the service itself may
-- not delete goes with the row it refers to.
CREATE FUNCTION delete_account_rows(account uuid) RETURNS void
    LANGUAGE plpgsql
AS $$
DECLARE
    owned regclass;
BEGIN
    FOR owned IN
        SELECT c.oid::regclass
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
        WHERE c.relnamespace = '${schema}'::regnamespace
          AND c.relkind IN ('r', 'p')
          AND c.relname <> 'erased_account'
          AND has_table_privilege(c.oid, 'DELETE')
        ORDER BY (SELECT count(*) FROM pg_constraint f WHERE f.contype = 'f' AND f.confrelid = c.oid), c.relname
    LOOP
        EXECUTE format('DELETE FROM %s WHERE user_id = $1', owned) USING account;
    END LOOP;
END
$$;
