-- Puts the guard before every table with accounts' rows that does not have it yet, whoever made the table and when.
DO $$
DECLARE
    unguarded regclass;
BEGIN
    -- Replicas that start side by side would both try.
    PERFORM pg_advisory_xact_lock(hashtextextended('${schema} guard', 0));
    FOR unguarded IN
        SELECT c.oid::regclass
        FROM pg_class c
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
        WHERE c.relnamespace = '${schema}'::regnamespace
          AND c.relkind IN ('r', 'p')
          AND NOT c.relispartition
          AND c.relname <> 'erased_account'
          AND NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'not_erased')
    LOOP
        EXECUTE format('CREATE TRIGGER not_erased BEFORE INSERT ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse_erased_account()', unguarded);
    END LOOP;
END
$$;
