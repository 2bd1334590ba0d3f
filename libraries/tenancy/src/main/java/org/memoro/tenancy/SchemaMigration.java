package org.memoro.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a service's schema up to date, as its owner, before anything else connects. */
public final class SchemaMigration {
    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    private static final List<String> SHIPPED_BY_LIBRARIES =
            List.of("db/migration/outbox", "db/migration/habits", "db/migration/erasure");

    private SchemaMigration() {}

    /** Applies what is missing; safe to run from several processes at once. */
    public static void run(DatabaseSettings settings) {
        MigrateResult result = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(settings.jdbcUrl(), settings.ownerRole(), settings.ownerPassword())
                .defaultSchema(settings.schema())
                .createSchemas(false)
                .initSql("SET search_path TO " + settings.schema() + ", extensions")
                .locations(locations(settings))
                .placeholders(Map.of(
                        "schema", settings.schema(),
                        "app_role", settings.appRole(),
                        "relay_role", settings.relayRole()))
                // Libraries ship migrations of their own, whose numbers lie before those of the service.
                .outOfOrder(true)
                // A database that is just starting answers within this; a wrong address should not wait longer.
                .connectRetries(10)
                .connectRetriesInterval(2)
                .validateMigrationNaming(true)
                .load()
                .migrate();
        log.info("Schema {} is at version {}", settings.schema(), result.targetSchemaVersion);
    }

    private static String[] locations(DatabaseSettings settings) {
        List<String> locations = new ArrayList<>();
        locations.add("classpath:db/migration/" + settings.schema());
        ClassLoader loader = SchemaMigration.class.getClassLoader();
        SHIPPED_BY_LIBRARIES.stream()
                .filter(folder -> loader.getResource(folder) != null)
                .forEach(folder -> locations.add("classpath:" + folder));
        return locations.toArray(String[]::new);
    }
}
