-- Before anybody is known, an account must be found by a secret or by who the provider says it is. Only these three
-- functions see over all accounts; they belong to a role that nobody can sign in as and the service cannot become.
CREATE POLICY lookup ON account FOR SELECT TO ${schema}_lookup USING (true);
CREATE POLICY lookup ON session FOR SELECT TO ${schema}_lookup USING (true);
CREATE POLICY lookup ON personal_access_token FOR SELECT TO ${schema}_lookup USING (true);

GRANT SELECT (user_id, registration_id, subject, time_zone, enrichment) ON account TO ${schema}_lookup;
GRANT SELECT (user_id, id, hash, last_seen_at, idle_expires_at, expires_at) ON session TO ${schema}_lookup;
GRANT SELECT (user_id, id, hash, scopes, expires_at, last_used_at, revoked_at) ON personal_access_token TO ${schema}_lookup;

CREATE FUNCTION find_account(provider text, provider_subject text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp
AS $$
    SELECT user_id FROM account WHERE registration_id = provider AND subject = provider_subject
$$;

CREATE FUNCTION find_session(session_hash bytea, seen_at timestamptz)
    RETURNS TABLE (user_id uuid, id uuid, last_seen_at timestamptz, expires_at timestamptz, time_zone text, enrichment text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp
AS $$
    SELECT s.user_id, s.id, s.last_seen_at, least(s.expires_at, s.idle_expires_at), a.time_zone, a.enrichment
    FROM session s JOIN account a ON a.user_id = s.user_id
    WHERE s.hash = session_hash AND s.expires_at > seen_at AND s.idle_expires_at > seen_at
$$;

CREATE FUNCTION find_token(token_hash bytea, used_at timestamptz)
    RETURNS TABLE (user_id uuid, id uuid, scopes text[], last_used_at timestamptz, time_zone text, enrichment text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ${schema}, pg_temp
AS $$
    SELECT t.user_id, t.id, t.scopes, t.last_used_at, a.time_zone, a.enrichment
    FROM personal_access_token t JOIN account a ON a.user_id = t.user_id
    WHERE t.hash = token_hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > used_at)
$$;

REVOKE EXECUTE ON FUNCTION
    find_account(text, text), find_session(bytea, timestamptz), find_token(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    find_account(text, text), find_session(bytea, timestamptz), find_token(bytea, timestamptz) TO ${app_role};

-- A function's new owner must be allowed to create in its schema, but only while it is handed over.
GRANT USAGE, CREATE ON SCHEMA ${schema} TO ${schema}_lookup;
ALTER FUNCTION find_account(text, text) OWNER TO ${schema}_lookup;
ALTER FUNCTION find_session(bytea, timestamptz) OWNER TO ${schema}_lookup;
ALTER FUNCTION find_token(bytea, timestamptz) OWNER TO ${schema}_lookup;
REVOKE CREATE ON SCHEMA ${schema} FROM ${schema}_lookup;
