-- What may the roles do that no service needs, who can become whom, and what is set for them beforehand?
WITH ours AS (
    SELECT r.*, substr(r.rolname, length(:schema) + 2) AS part FROM pg_roles r
    WHERE r.rolname IN (:schema || '_owner', :schema || '_app', :schema || '_relay', :schema || '_lookup')
), membership AS (
    SELECT m.member, m.roleid, m.admin_option, pg_get_userbyid(m.member) AS who, pg_get_userbyid(m.roleid) AS whom
    FROM pg_auth_members m WHERE m.member IN (SELECT oid FROM ours) OR m.roleid IN (SELECT oid FROM ours)
)
SELECT unnest(array_remove(ARRAY[
    CASE WHEN rolsuper THEN rolname || ' is a superuser' END,
    CASE WHEN rolbypassrls THEN rolname || ' bypasses row-level security' END,
    CASE WHEN rolcreaterole THEN rolname || ' can create roles' END,
    CASE WHEN rolcreatedb THEN rolname || ' can create databases' END,
    CASE WHEN rolreplication THEN rolname || ' can replicate' END,
    CASE WHEN rolinherit THEN rolname || ' inherits what its roles may' END,
    CASE WHEN rolcanlogin AND part IN ('relay', 'lookup') THEN rolname || ' can sign in' END], NULL))
FROM ours
UNION ALL
SELECT who || ' can become ' || whom FROM membership
WHERE admin_option OR (who, whom) NOT IN (VALUES
    (:schema || '_app', :schema || '_relay'), (:schema || '_owner', :schema || '_lookup'))
UNION ALL
SELECT coalesce(r.rolname, 'everybody') || ' begins with ' || array_to_string(s.setconfig, ', ')
FROM pg_db_role_setting s LEFT JOIN ours r ON r.oid = s.setrole
WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
  AND (r.oid IS NOT NULL
       OR (s.setrole = 0 AND array_to_string(s.setconfig, ' ') ~ '(app\.|row_security|search_path|role)'))
