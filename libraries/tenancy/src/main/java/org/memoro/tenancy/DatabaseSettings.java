package org.memoro.tenancy;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.client.SSLMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where a service's schema is and how it signs in there.
 *
 * @param schema the service's own schema; its roles are {@code <schema>_owner}, {@code <schema>_app} and
 *     {@code <schema>_relay}
 * @param ownerPassword of the role that migrates
 * @param appPassword of the role the service works as
 * @param maxConnections per replica; the sum over all replicas must stay below the server's {@code max_connections}
 * @param migrate whether a start brings the schema up to date; without it the schema has to be as this version wants it
 * @param sslMode as PostgreSQL names them; {@code verify-full} unless said or the server is on this very machine
 * @param sslRootCertificate of an authority of one's own, as PEM; else whom the JDK trusts
 */
@Validated
@ConfigurationProperties("memoro.database")
public record DatabaseSettings(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("5432") @Min(1) @Max(65535) int port,
        @DefaultValue("memoro") @NotBlank String name,
        @Pattern(regexp = "[a-z]+") String schema,
        @NotBlank String ownerPassword,
        @NotBlank String appPassword,
        @DefaultValue("10") @Min(1) @Max(200) int maxConnections,
        @DefaultValue("true") boolean migrate,

        @Nullable @Pattern(regexp = "disable|prefer|require|verify-ca|verify-full")
        String sslMode,

        @Nullable Path sslRootCertificate) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    @ConstructorBinding
    public DatabaseSettings {}

    /** With the usual encryption for this host. */
    public DatabaseSettings(
            String host,
            int port,
            String name,
            String schema,
            String ownerPassword,
            String appPassword,
            int maxConnections) {
        this(host, port, name, schema, ownerPassword, appPassword, maxConnections, true, null, null);
    }

    /** Whom nobody can listen to needs no encryption; everybody else must prove who they are. */
    String encryption() {
        return sslMode != null ? sslMode : LOOPBACK.contains(host) ? "disable" : "verify-full";
    }

    String jdbcUrl() {
        String url = "jdbc:postgresql://" + host + ":" + port + "/" + name + "?sslmode=" + encryption();
        if (sslRootCertificate != null) {
            return url + "&sslrootcert=" + URLEncoder.encode(sslRootCertificate.toString(), StandardCharsets.UTF_8);
        }
        // The driver would look for a file in the home folder otherwise.
        return encryption().startsWith("verify") ? url + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory" : url;
    }

    void encrypt(PostgresqlConnectionConfiguration.Builder connection) {
        connection.sslMode(SSLMode.fromValue(encryption()));
        if (sslRootCertificate != null) {
            connection.sslRootCert(sslRootCertificate.toString());
        }
    }

    String ownerRole() {
        return schema + "_owner";
    }

    String appRole() {
        return schema + "_app";
    }

    String relayRole() {
        return schema + "_relay";
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + host + ":" + port + "/" + name + ", schema " + schema + "]";
    }
}
