package org.memoro.tenancy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
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
        @DefaultValue("10") @Min(1) @Max(200) int maxConnections) {

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
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
