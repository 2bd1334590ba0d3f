package org.memoro.tenancy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program that makes database, extensions and roles before the services of a cluster start; safe to run again and
 * from several places at once. Its settings are those of {@link PreparationSettings}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(PreparationSettings.class)
public class PrepareDatabase {
    private static final Logger log = LoggerFactory.getLogger(PrepareDatabase.class);
    /** A database server that has just been started answers within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String IS_STARTING = "57P03";
    private static final String NO_CONNECTION = "08";
    private static final String EXISTS = "42P04";

    /** Ends with 0 when everything is there, else with 1 and a sentence in the log. */
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PrepareDatabase.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=prepare-database")
                .run(arguments)) {
            run(context.getBean(PreparationSettings.class), Clock.systemUTC());
        } catch (UnsuitableServerException | IllegalStateException e) {
            log.error("{}", e.getMessage());
            System.exit(1);
        }
    }

    /** @throws IllegalStateException when the server cannot be reached in time, or refuses */
    static void run(PreparationSettings settings, Clock clock) {
        createDatabase(settings, clock.instant().plus(PATIENCE), clock);
        DatabaseBootstrap.prepare(settings.url(settings.name()), settings.passwords());
        log.info("Prepared {} for the schemas {}", settings, settings.roles().keySet());
    }

    private static void createDatabase(PreparationSettings settings, Instant end, Clock clock) {
        while (true) {
            try (Connection connection = DriverManager.getConnection(settings.url(settings.adminDatabase()))) {
                DatabaseBootstrap.createMissing(connection, settings.name());
                return;
            } catch (SQLException e) {
                if (EXISTS.equals(e.getSQLState())) {
                    return; // another one was faster
                }
                if (!isPassing(e) || clock.instant().isAfter(end)) {
                    throw new IllegalStateException(settings + " refused: " + e.getMessage(), e);
                }
                pause();
            }
        }
    }

    private static boolean isPassing(SQLException problem) {
        String state = problem.getSQLState();
        return state != null && (state.startsWith(NO_CONNECTION) || state.equals(IS_STARTING));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", e);
        }
    }
}
