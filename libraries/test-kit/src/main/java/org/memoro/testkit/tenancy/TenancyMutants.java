package org.memoro.testkit.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every single way we know in which a migration or an operator could open a schema, one at a time. */
final class TenancyMutants {

    /**
     * One change that opens something.
     *
     * @param sql statements, run as a superuser
     * @param noticed what the fault it causes must mention
     */
    record Mutant(String sql, String noticed) {}

    private static final List<String> PER_TABLE = List.of(
            "ALTER TABLE %1$s DISABLE ROW LEVEL SECURITY | enable and force",
            "ALTER TABLE %1$s NO FORCE ROW LEVEL SECURITY | enable and force",
            "CREATE POLICY mutant ON %1$s USING (true) | policy mutant",
            "CREATE POLICY mutant ON %1$s FOR SELECT USING (true) | policy mutant",
            "CREATE POLICY mutant ON %1$s FOR INSERT WITH CHECK (true) | policy mutant",
            "CREATE POLICY mutant ON %1$s TO %2$s_app USING (true) | policy mutant",
            "CREATE POLICY mutant ON %1$s TO %2$s_relay, %2$s_app USING (true) | policy mutant",
            "CREATE POLICY mutant ON %1$s USING (user_id = current_setting('app.other')::uuid) | policy mutant",
            "ALTER TABLE %1$s OWNER TO %2$s_app | owned by",
            "ALTER TABLE %1$s OWNER TO CURRENT_USER | owned by",
            "GRANT SELECT ON %1$s TO PUBLIC | PUBLIC has SELECT",
            "GRANT SELECT (user_id) ON %1$s TO PUBLIC | PUBLIC has SELECT",
            "GRANT TRUNCATE ON %1$s TO %2$s_app | has TRUNCATE",
            "GRANT REFERENCES ON %1$s TO %2$s_app | has REFERENCES",
            "GRANT TRIGGER ON %1$s TO %2$s_app | has TRIGGER",
            "GRANT SELECT ON %1$s TO %2$s_app WITH GRANT OPTION | has SELECT",
            "GRANT SELECT ON %1$s TO %3$s_app | %3$s_app has SELECT",
            "GRANT UPDATE ON %1$s TO %2$s_relay | not named: relay",
            "GRANT SELECT (user_id), INSERT ON %1$s TO %2$s_lookup | not named: lookup",
            "CREATE VIEW %2$s.mutant AS SELECT * FROM %1$s | no plain table",
            "CREATE MATERIALIZED VIEW %2$s.mutant AS SELECT * FROM %1$s | no plain table",
            "CREATE TABLE %2$s.mutant AS SELECT * FROM %1$s | mutant does not enable and force",
            "CREATE RULE mutant AS ON DELETE TO %1$s DO ALSO NOTIFY mutant | rewrite rule");

    private static final List<String> PER_SCHEMA = List.of(
            "ALTER ROLE %2$s_app SUPERUSER | is a superuser",
            "ALTER ROLE %2$s_app BYPASSRLS | bypasses",
            "ALTER ROLE %2$s_app CREATEROLE | create roles",
            "ALTER ROLE %2$s_app CREATEDB | create databases",
            "ALTER ROLE %2$s_app REPLICATION | can replicate",
            "ALTER ROLE %2$s_app INHERIT | inherits",
            "ALTER ROLE %2$s_relay BYPASSRLS | bypasses",
            "ALTER ROLE %2$s_relay LOGIN | can sign in",
            "ALTER ROLE %2$s_lookup LOGIN | can sign in",
            "ALTER ROLE %2$s_lookup SUPERUSER | is a superuser",
            "ALTER ROLE %2$s_owner BYPASSRLS | bypasses",
            "GRANT %2$s_owner TO %2$s_app | can become",
            "GRANT %2$s_lookup TO %2$s_app | can become",
            "GRANT %2$s_lookup TO %2$s_relay | can become",
            "GRANT %2$s_app TO %3$s_app | can become",
            "GRANT pg_read_all_data TO %2$s_app | can become",
            "GRANT %2$s_relay TO %2$s_app WITH ADMIN OPTION | can become",
            "ALTER ROLE %2$s_app SET app.user_id = '00000000-0000-0000-0000-000000000001' | begins with",
            "ALTER ROLE ALL SET app.user_id = '00000000-0000-0000-0000-000000000001' | begins with",
            "ALTER ROLE %2$s_app SET role = %2$s_relay | begins with",
            "GRANT USAGE ON SCHEMA %2$s TO PUBLIC | PUBLIC has USAGE on schema",
            "GRANT USAGE ON SCHEMA %2$s TO %3$s_app | %3$s_app has USAGE",
            "GRANT CREATE ON SCHEMA %2$s TO %2$s_app | has CREATE",
            "GRANT USAGE ON SCHEMA %3$s TO %2$s_app | on schema %3$s",
            "GRANT CREATE ON SCHEMA public TO PUBLIC | on schema public",
            "ALTER SCHEMA %2$s OWNER TO %2$s_app | is owned by",
            "ALTER DEFAULT PRIVILEGES FOR ROLE %2$s_owner GRANT SELECT ON TABLES TO PUBLIC | by default",
            "CREATE TABLE %2$s.mutant (id uuid PRIMARY KEY) | mutant has no user_id",
            "CREATE FUNCTION %2$s.mutant() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1' | no named look-up",
            "CREATE FUNCTION public.mutant() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1' | no named look-up",
            "CREATE FUNCTION %2$s.mutant() RETURNS int LANGUAGE sql AS 'SELECT 1' | is owned by",
            "CREATE FUNCTION %2$s.mutant(int) RETURNS int LANGUAGE sql LEAKPROOF AS 'SELECT 1' | leakproof",
            "CREATE FUNCTION %2$s.mutant() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';"
                    + " ALTER FUNCTION %2$s.mutant() OWNER TO %2$s_lookup | no named look-up");

    private static final List<String> PER_LOOKUP = List.of(
            "ALTER FUNCTION %1$s RESET search_path | pin its search path",
            "ALTER FUNCTION %1$s SET search_path = public, pg_temp | pin its search path",
            "ALTER FUNCTION %1$s SECURITY INVOKER | but is none",
            "ALTER FUNCTION %1$s OWNER TO CURRENT_USER | is owned by",
            "GRANT EXECUTE ON FUNCTION %1$s TO PUBLIC | PUBLIC may call",
            "GRANT EXECUTE ON FUNCTION %1$s TO %3$s_app | %3$s_app may call",
            "ALTER FUNCTION %1$s LEAKPROOF | leakproof",
            "DROP FUNCTION %1$s | but is none");

    private TenancyMutants() {}

    static List<Mutant> of(Connection connection, TenancyRules rules) throws SQLException {
        String schema = rules.schema();
        String other = schema.equals("search") ? "contact" : "search";
        List<Mutant> mutants = new ArrayList<>();
        PER_SCHEMA.forEach(template -> mutants.add(mutant(template, "", schema, other)));
        for (String table : names(connection, """
                SELECT DISTINCT attrelid::regclass FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
                WHERE relnamespace = '%2$s'::regnamespace AND relkind = 'r' AND attname = 'user_id'""", schema)) {
            PER_TABLE.forEach(template -> mutants.add(mutant(template, table, schema, other)));
        }
        rules.lookups().forEach(lookup -> PER_LOOKUP.forEach(t -> mutants.add(mutant(t, lookup, schema, other))));
        addPolicies(connection, schema, mutants);
        addKeys(connection, schema, mutants);
        return mutants;
    }

    private static void addPolicies(Connection connection, String schema, List<Mutant> mutants) throws SQLException {
        String policies = """
                SELECT format('%%I ON %%s', polname, polrelid::regclass) FROM pg_policy p
                JOIN pg_class c ON c.oid = polrelid WHERE relnamespace = '%2$s'::regnamespace AND polroles\s""";
        for (String policy : names(connection, policies + "= '{0}'", schema)) {
            for (String template : List.of(
                    "DROP POLICY %1$s | has no policy",
                    "ALTER POLICY %1$s USING (true) | has no policy",
                    "ALTER POLICY %1$s WITH CHECK (true) | has no policy",
                    "ALTER POLICY %1$s USING (user_id = current_setting('app.user_id', true)::uuid OR true) | has no policy",
                    "ALTER POLICY %1$s USING (user_id IS NOT NULL OR current_setting('app.user_id') = '') | has no policy",
                    "ALTER POLICY %1$s USING (user_id = coalesce(nullif(current_setting('app.user_id', true), '')::uuid,"
                            + " user_id)) | has no policy",
                    "ALTER POLICY %1$s TO %2$s_relay | has no policy")) {
                mutants.add(mutant(template, policy, schema));
            }
        }
        for (String policy : names(connection, policies + "<> '{0}'", schema)) {
            mutants.add(mutant("DROP POLICY %1$s | for whom it has no policy", policy, schema));
            mutants.add(mutant("ALTER POLICY %1$s TO PUBLIC | is open to more", policy, schema));
            mutants.add(mutant("ALTER POLICY %1$s TO %2$s_relay, %2$s_app | is open to more", policy, schema));
        }
    }

    private static void addKeys(Connection connection, String schema, List<Mutant> mutants) throws SQLException {
        for (String dropped : names(connection, """
                SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I CASCADE', conrelid::regclass, conname)
                FROM pg_constraint WHERE contype = 'p' AND connamespace = '%2$s'::regnamespace
                  AND conrelid::regclass::text NOT LIKE '%%flyway%%'""", schema)) {
            mutants.add(new Mutant(dropped, "has no primary key"));
        }
        for (String swapped : names(connection, """
                SELECT format('ALTER TABLE %%1$s DROP CONSTRAINT %%2$I CASCADE, ADD PRIMARY KEY (%%3$I, user_id)',
                              conrelid::regclass, conname, attname)
                FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[cardinality(conkey)]
                WHERE contype = 'p' AND connamespace = '%2$s'::regnamespace AND attname <> 'user_id'
                  AND conrelid::regclass::text NOT LIKE '%%flyway%%'""", schema)) {
            mutants.add(new Mutant(swapped, "does not begin with user_id"));
        }
        for (String unique : names(connection, """
                SELECT DISTINCT ON (attrelid) format('CREATE UNIQUE INDEX mutant ON %%s (%%I)', attrelid::regclass, o.attname)
                FROM pg_attribute u JOIN pg_class c ON c.oid = u.attrelid JOIN pg_attribute o USING (attrelid)
                WHERE relnamespace = '%2$s'::regnamespace AND relkind = 'r' AND u.attname = 'user_id'
                  AND o.attnum > 0 AND o.attname <> 'user_id' AND o.atttypid = ANY ('{uuid,text,int8,date,timestamptz}'::regtype[])
                """, schema)) {
            mutants.add(new Mutant(unique, "unique key mutant does not carry"));
        }
        for (String narrowed : names(connection, """
                SELECT format('ALTER TABLE %%1$s ADD UNIQUE (%%2$I); ALTER TABLE %%3$s DROP CONSTRAINT %%4$I,'
                              || ' ADD CONSTRAINT mutant FOREIGN KEY (%%5$I) REFERENCES %%1$s (%%2$I)',
                              f.confrelid::regclass, p.attname, f.conrelid::regclass, f.conname, c.attname)
                FROM pg_constraint f
                JOIN pg_attribute p ON p.attrelid = f.confrelid AND p.attnum = f.confkey[cardinality(f.confkey)]
                JOIN pg_attribute c ON c.attrelid = f.conrelid AND c.attnum = f.conkey[cardinality(f.conkey)]
                WHERE f.contype = 'f' AND f.connamespace = '%2$s'::regnamespace AND p.attname <> 'user_id'""", schema)) {
            mutants.add(new Mutant(narrowed, "foreign key mutant does not carry"));
        }
        for (String sequence : names(connection, """
                SELECT oid::regclass::text FROM pg_class
                WHERE relkind = 'S' AND relnamespace = '%2$s'::regnamespace""", schema)) {
            mutants.add(mutant("GRANT SELECT ON SEQUENCE %1$s TO PUBLIC | PUBLIC has SELECT", sequence, schema));
            mutants.add(mutant("GRANT USAGE ON SEQUENCE %1$s TO %2$s_app | has USAGE", sequence, schema));
        }
    }

    private static Mutant mutant(String template, String... words) {
        Object[] all = {words[0], words[1], words.length > 2 ? words[2] : ""};
        String[] parts = template.formatted(all).split(" \\| ", 2);
        return new Mutant(parts[0], parts[1]);
    }

    private static List<String> names(Connection connection, String sql, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted("", schema))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
