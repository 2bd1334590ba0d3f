package org.memoro.tenancy;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;

/** Migrates a service's schema and opens its pool, whose connections see nothing until a tenant is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
public class TenancyConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionFactory(DatabaseSettings settings) {
        // The extension must exist before the first connection, since that looks up its codecs.
        SchemaMigration.run(settings);
        return new ConnectionPool(
                ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(connection(settings)))
                        .name(settings.schema())
                        .initialSize(1)
                        .minIdle(1)
                        .maxSize(settings.maxConnections())
                        // A request that waits longer for a connection is better told to try again.
                        .maxAcquireTime(Duration.ofSeconds(2))
                        .maxCreateConnectionTime(Duration.ofSeconds(2))
                        .acquireRetry(1)
                        .maxIdleTime(Duration.ofMinutes(5))
                        // Lets a fail-over or a new password take effect without a restart.
                        .maxLifeTime(Duration.ofMinutes(10))
                        .validationDepth(ValidationDepth.LOCAL)
                        .build());
    }

    @Bean
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        return DatabaseClient.create(connectionFactory);
    }

    @Bean
    R2dbcTransactionManager transactionManager(ConnectionFactory connectionFactory) {
        return new R2dbcTransactionManager(connectionFactory);
    }

    @Bean
    TenantTransactions tenantTransactions(
            DatabaseClient client, R2dbcTransactionManager transactions, DatabaseSettings settings) {
        return new TenantTransactions(client, transactions, settings.relayRole());
    }

    static PostgresqlConnectionConfiguration connection(DatabaseSettings settings) {
        PostgresqlConnectionConfiguration.Builder connection = PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.name())
                .username(settings.appRole())
                .password(settings.appPassword())
                .applicationName("memoro-" + settings.schema())
                .connectTimeout(Duration.ofSeconds(2))
                // Binary results are ten times faster for vectors and exact for times.
                .forceBinary(true)
                .options(Map.of(
                        "search_path", settings.schema() + ",extensions",
                        // No query of ours is right when it takes longer.
                        "statement_timeout", "5s",
                        "lock_timeout", "2s",
                        // A transaction whose client is gone must not hold its locks.
                        "idle_in_transaction_session_timeout", "10s",
                        "timezone", "UTC"));
        settings.encrypt(connection);
        return connection.build();
    }
}
