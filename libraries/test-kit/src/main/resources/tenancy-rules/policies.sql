-- Which tables lack the one tenant policy, word for word, and which other policies open rows to whom?
WITH tenant_table AS (
    SELECT c.oid, c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped
    WHERE c.relnamespace = :schema::regnamespace AND c.relkind IN ('r', 'p')
), policy AS (
    SELECT t.relname, p.polname, p.polrelid, p.polroles, p.polpermissive,
           p.polcmd = '*' AND p.polpermissive AND p.polroles = '{0}'
               AND pg_get_expr(p.polqual, p.polrelid) IS NOT DISTINCT FROM said.tenant
               AND pg_get_expr(p.polwithcheck, p.polrelid) IS NOT DISTINCT FROM said.tenant AS is_tenant
    FROM pg_policy p JOIN tenant_table t ON t.oid = p.polrelid,
         (SELECT '(user_id = (NULLIF(current_setting(''app.user_id''::text, true), ''''::text))::uuid)' AS tenant) said
), narrow_role AS (
    SELECT oid, rolname FROM pg_roles WHERE rolname IN (:schema || '_relay', :schema || '_lookup')
), granted AS (
    SELECT t.oid AS relation, t.relname, r.oid AS role, r.rolname
    FROM tenant_table t, narrow_role r
    WHERE EXISTS (SELECT FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = t.oid AND a.grantee = r.oid)
       OR EXISTS (SELECT FROM pg_attribute c, aclexplode(c.attacl) a WHERE c.attrelid = t.oid AND a.grantee = r.oid)
)
SELECT relname || ' has no policy that ties reading and writing to app.user_id, exactly and for everybody'
FROM tenant_table WHERE oid NOT IN (SELECT polrelid FROM policy WHERE is_tenant)
UNION ALL
SELECT relname || ': policy ' || polname || ' is open to more than the relay and look-up roles'
FROM policy
WHERE polpermissive AND NOT is_tenant AND NOT polroles <@ (SELECT array_agg(oid) FROM narrow_role)
UNION ALL
SELECT g.relname || ' is granted to ' || g.rolname || ', for whom it has no policy'
FROM granted g WHERE NOT EXISTS (SELECT FROM policy p WHERE p.polrelid = g.relation AND g.role = ANY (p.polroles))
UNION ALL
SELECT p.relname || ': policy ' || p.polname || ' is for a role that is granted nothing'
FROM policy p
WHERE NOT is_tenant AND polpermissive
  AND NOT EXISTS (SELECT FROM granted g WHERE g.relation = p.polrelid AND g.role = ANY (p.polroles))
