package org.memoro.tenancy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.tenancy.DatabaseBootstrap.Passwords;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database is prepared, by whom, and the passwords that its roles get.
 *
 * @param name of the database, which is made when it is missing
 * @param adminDatabase to connect to for that; a database that is always there
 * @param adminUser a superuser, or whoever may make roles and owns the database
 * @param sslMode as PostgreSQL names them; {@code verify-full} unless said or the server is on this very machine
 * @param sslRootCertificate of an authority of one's own, as PEM; else whom the JDK trusts
 * @param roles by schema
 */
@Validated
@ConfigurationProperties("memoro.database")
record PreparationSettings(
        @DefaultValue("localhost") @NotBlank String host,
        @DefaultValue("5432") @Min(1) @Max(65535) int port,
        @DefaultValue("memoro") @NotBlank String name,
        @DefaultValue("postgres") @NotBlank String adminDatabase,
        @DefaultValue("postgres") @NotBlank String adminUser,
        @NotBlank String adminPassword,

        @Nullable @Pattern(regexp = "disable|prefer|require|verify-ca|verify-full")
        String sslMode,

        @Nullable Path sslRootCertificate,
        @NotEmpty Map<@Pattern(regexp = "[a-z]+") String, @Valid RolePasswords> roles) {

    /** Of one schema's roles. */
    record RolePasswords(
            @NotBlank String ownerPassword, @NotBlank String appPassword) {
        @Override
        public String toString() {
            return "RolePasswords[hidden]";
        }
    }

    String url(String database) {
        return new DatabaseSettings(
                                host,
                                port,
                                database,
                                "any",
                                adminPassword,
                                adminPassword,
                                1,
                                false,
                                sslMode,
                                sslRootCertificate)
                        .jdbcUrl()
                + "&user=" + encoded(adminUser) + "&password=" + encoded(adminPassword);
    }

    Map<String, Passwords> passwords() {
        return roles.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        role -> new Passwords(
                                role.getValue().ownerPassword(), role.getValue().appPassword())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "PostgreSQL at " + host + ":" + port + ", database " + name;
    }
}
