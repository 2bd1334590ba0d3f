-- Which functions work with more rights than their caller, or could be made to?
WITH function AS (
    SELECT p.oid, p.oid::regprocedure::text AS signature, pg_get_userbyid(p.proowner) AS owner, p.prosecdef,
           p.proleakproof, p.proconfig, p.pronamespace, p.proowner,
           coalesce(p.proacl, acldefault('f', p.proowner)) AS acl,
           p.oid::regprocedure::text = ANY (:lookups) AS is_lookup
    FROM pg_proc p
    WHERE p.pronamespace IN (:schema::regnamespace, to_regnamespace('public'), to_regnamespace('extensions'))
      AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
)
SELECT signature || ' works with the rights of ' || owner || ' and is no named look-up'
FROM function WHERE prosecdef AND NOT is_lookup
UNION ALL
SELECT signature || ' is owned by ' || owner FROM function
WHERE owner <> :schema || CASE WHEN is_lookup THEN '_lookup' ELSE '_owner' END
UNION ALL
SELECT signature || ' is believed to be leakproof' FROM function WHERE proleakproof
UNION ALL
SELECT signature || ' is a look-up that does not pin its search path'
FROM function WHERE is_lookup AND proconfig IS DISTINCT FROM ARRAY['search_path=' || :schema || ', pg_temp']
UNION ALL
SELECT signature || ' is a look-up that '
           || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(a.grantee) END || ' may call'
FROM function f, aclexplode(f.acl) a
WHERE is_lookup AND a.grantee <> f.proowner
  AND (a.is_grantable OR a.grantee <> (SELECT oid FROM pg_roles WHERE rolname = :schema || '_app'))
UNION ALL
SELECT named || ' is named as a look-up, but is none'
FROM unnest(:lookups) AS named WHERE named NOT IN (SELECT signature FROM function WHERE prosecdef)
