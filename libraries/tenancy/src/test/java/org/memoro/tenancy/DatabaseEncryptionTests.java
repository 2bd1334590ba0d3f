package org.memoro.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may listen between a service and its database. */
class DatabaseEncryptionTests {

    @Test
    void isWantedWithACertificateThatHoldsUnlessTheServerIsOnThisMachine() {
        assertThat(at("db.example.org", null).jdbcUrl())
                .contains("sslmode=verify-full", "sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(at("10.1.2.3", null).encryption()).isEqualTo("verify-full");
        assertThat(at("localhost", null).jdbcUrl()).endsWith("?sslmode=disable");
        assertThat(at("127.0.0.1", null).encryption()).isEqualTo("disable");
        assertThat(at("127.0.0.1", "require").encryption()).isEqualTo("require");
    }

    @Test
    void believesAnAuthorityOfOnesOwn() {
        assertThat(new DatabaseSettings(
                                "db", 5432, "memoro", "note", "o", "a", 1, true, null, Path.of("/etc/ca one.pem"))
                        .jdbcUrl())
                .endsWith("?sslmode=verify-full&sslrootcert=%2Fetc%2Fca+one.pem");
    }

    @Test
    void isNotGivenUpWhenTheServerHasNone() {
        String[] server = System.getProperty("memoro.test.postgres-url", System.getenv("MEMORO_TEST_POSTGRES_URL"))
                .replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1")
                .split(":");
        DatabaseSettings settings = new DatabaseSettings(
                server[0], Integer.parseInt(server[1]), "postgres", "note", "o", "a", 1, true, "verify-full", null);

        assertThatThrownBy(() -> new PostgresqlConnectionFactory(Database.connection(settings))
                        .create()
                        .block(Duration.ofSeconds(10)))
                .hasStackTraceContaining("SSL");
    }

    private static DatabaseSettings at(String host, @Nullable String sslMode) {
        return new DatabaseSettings(host, 5432, "memoro", "note", "owner", "app", 1, true, sslMode, null);
    }
}
