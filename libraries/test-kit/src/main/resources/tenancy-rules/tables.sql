-- Which tables are not closed by row-level security, and what else here could show their rows?
WITH relation AS (
    SELECT c.relname, c.relkind, c.relrowsecurity AND c.relforcerowsecurity AS forced,
           pg_get_userbyid(c.relowner) AS owner, c.relhasrules, a.attname IS NOT NULL AS has_user,
           a.attnotnull AND a.atttypid = 'uuid'::regtype AS typed
    FROM pg_class c
    LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
    WHERE c.relnamespace = :schema::regnamespace AND c.relkind NOT IN ('i', 'I', 'S', 'c', 't')
)
SELECT relname || ' is no plain table: a view or a foreign table shows rows by its owner''s rights'
FROM relation WHERE relkind NOT IN ('r', 'p')
UNION ALL
SELECT relname || ' is owned by ' || owner FROM relation WHERE owner <> :schema || '_owner'
UNION ALL
SELECT relname || ' has a rewrite rule' FROM relation WHERE relhasrules
UNION ALL
SELECT relname || ' does not enable and force row-level security' FROM relation WHERE has_user AND NOT forced
UNION ALL
SELECT relname || ' has a user_id that may be null or is no uuid' FROM relation WHERE has_user AND NOT typed
UNION ALL
SELECT relname || ' has no user_id and is not named as a table of no account'
FROM relation WHERE NOT has_user AND relname <> ALL (:ofNoAccount) AND relname <> 'flyway_schema_history'
UNION ALL
SELECT named || ' is named as a table of no account, but is not there'
FROM unnest(:ofNoAccount) AS named WHERE named NOT IN (SELECT relname FROM relation WHERE NOT has_user)
UNION ALL
SELECT 'the schema has no table: was it migrated?'
WHERE NOT EXISTS (SELECT FROM relation WHERE relname <> 'flyway_schema_history')
