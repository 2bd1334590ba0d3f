-- What exactly do the roles that look over all accounts see and change?
WITH given AS (
    SELECT c.relname, a.grantee, a.privilege_type, NULL::name AS column_name
    FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = :schema::regnamespace
    UNION ALL
    SELECT c.relname, a.grantee, a.privilege_type, t.attname
    FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a
    WHERE c.relnamespace = :schema::regnamespace
), by_privilege AS (
    SELECT relname, grantee, privilege_type,
           '(' || string_agg(column_name, ', ' ORDER BY column_name COLLATE "C") || ')' AS columns
    FROM given GROUP BY relname, grantee, privilege_type, column_name IS NULL
)
SELECT substr(r.rolname, length(:schema) + 2) || ': ' || relname || ': '
           || string_agg(privilege_type || coalesce(columns, ''), ', ' ORDER BY privilege_type COLLATE "C", columns)
FROM by_privilege JOIN pg_roles r ON r.oid = grantee
WHERE r.rolname IN (:schema || '_relay', :schema || '_lookup')
GROUP BY r.rolname, relname
