package org.memoro.tenancy;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** Migrates a service's schema and opens its pool, which nobody gets at but through {@link TenantTransactions}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class TenancyConfiguration {

    @Bean(destroyMethod = "dispose")
    Database database(DatabaseSettings settings) {
        // The extension must exist before the first connection, since that looks up its codecs.
        if (settings.migrate()) {
            SchemaMigration.run(settings);
        }
        return Database.open(settings);
    }

    @Bean
    ConnectionFactory connectionFactory(Database database) {
        return new TenantConnections(database.pool());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        return DatabaseClient.create(connectionFactory);
    }

    @Bean
    TenantTransactions tenantTransactions(
            DatabaseClient client, ConnectionFactory connectionFactory, DatabaseSettings settings) {
        return new TenantTransactions(client, new R2dbcTransactionManager(connectionFactory), settings.relayRole());
    }

    @Bean
    SchemaOwner schemaOwner(DatabaseSettings settings) {
        return new SchemaOwner(settings);
    }

    @Bean
    MeterBinder connectionMetrics(Database database) {
        return new ConnectionMetrics(database.pool());
    }

    @Bean
    Announcements announcements(Database database) {
        return new Announcements(database);
    }
}
