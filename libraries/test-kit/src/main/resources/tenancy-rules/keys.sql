-- Which keys do not carry the account: to be the same as another account's tells that it exists?
WITH tenant_table AS (
    SELECT c.oid, c.relname, a.attnum AS user_column FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
    WHERE c.relnamespace = :schema::regnamespace AND c.relkind IN ('r', 'p')
), across AS (
    SELECT i.relname AS index, t.relname, x.indisprimary AS is_primary
    FROM tenant_table t
    JOIN pg_index x ON x.indrelid = t.oid AND (x.indisunique OR x.indisexclusion)
    JOIN pg_class i ON i.oid = x.indexrelid
    WHERE CASE WHEN x.indisprimary THEN x.indkey[0] <> t.user_column
               ELSE t.user_column <> ALL (x.indkey::int2[]) END
)
SELECT relname || ' has no primary key' FROM tenant_table
WHERE oid NOT IN (SELECT indrelid FROM pg_index WHERE indisprimary)
UNION ALL
SELECT relname || ': ' || CASE WHEN is_primary THEN 'primary key ' ELSE 'unique key ' END || index
           || CASE WHEN is_primary THEN ' does not begin with user_id' ELSE ' does not carry user_id' END
FROM across WHERE index <> ALL (:acrossAccounts)
UNION ALL
SELECT named || ' is named as a key over all accounts, but is none'
FROM unnest(:acrossAccounts) AS named WHERE named NOT IN (SELECT index FROM across)
UNION ALL
SELECT t.relname || ': foreign key ' || f.conname || ' does not carry user_id'
FROM pg_constraint f JOIN tenant_table t ON t.oid = f.conrelid
WHERE f.contype = 'f'
  AND NOT EXISTS (
      SELECT FROM unnest(f.conkey, f.confkey) AS pair (ours, theirs)
      JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = pair.theirs
      WHERE pair.ours = t.user_column AND a.attname = 'user_id')
