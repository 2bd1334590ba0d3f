-- Which rights were given that nothing needs, to the service's roles anywhere or to anybody in the service's schema?
WITH ours AS (
    SELECT oid FROM pg_roles WHERE rolname IN (:schema || '_app', :schema || '_relay', :schema || '_lookup')
), given AS (
    SELECT c.relname AS thing, c.relkind AS kind, c.relnamespace AS space, c.relowner AS owner, a.*, false AS on_column
    FROM pg_class c, aclexplode(c.relacl) a
    UNION ALL
    SELECT c.relname || '.' || t.attname, c.relkind, c.relnamespace, c.relowner, a.*, true
    FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a
), named AS (
    SELECT g.*, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(grantee) END AS who, n.nspname
    FROM given g JOIN pg_namespace n ON n.oid = g.space
    WHERE g.grantee <> g.owner AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
)
SELECT who || ' has ' || privilege_type || ' on ' || nspname || '.' || thing || ' of another schema'
FROM named WHERE nspname <> :schema AND grantee IN (SELECT oid FROM ours)
UNION ALL
SELECT who || ' has ' || privilege_type || ' on ' || thing
FROM named
WHERE nspname = :schema AND (
    grantee NOT IN (SELECT oid FROM ours) OR is_grantable OR kind NOT IN ('r', 'p')
    OR privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE') OR thing LIKE 'flyway%')
UNION ALL
SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END || ' has ' || a.privilege_type
           || ' on schema ' || n.nspname
FROM pg_namespace n, aclexplode(n.nspacl) a
WHERE a.grantee <> n.nspowner
  AND CASE n.nspname
      WHEN :schema THEN a.grantee NOT IN (SELECT oid FROM ours) OR a.privilege_type <> 'USAGE' OR a.is_grantable
      ELSE a.grantee IN (SELECT oid FROM ours) OR (a.grantee = 0 AND a.privilege_type = 'CREATE') END
UNION ALL
SELECT 'schema ' || nspname || ' is owned by ' || pg_get_userbyid(nspowner)
FROM pg_namespace WHERE nspname = :schema AND pg_get_userbyid(nspowner) <> :schema || '_owner'
UNION ALL
SELECT 'what ' || pg_get_userbyid(defaclrole) || ' creates is open to others by default' FROM pg_default_acl
