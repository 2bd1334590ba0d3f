package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What every service's settings say of secrets, logs and doors, read as Spring Boot reads them and without starting any. */
class ServiceSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway",
                "contact-service",
                "interaction-service",
                "search-service",
                "embedding-worker",
                "web-ui"
            })
    void takesSecretsFromFilesAndTellsNoStranger(String service, @TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("memoro.internal.secret"), "from-a-file\n");

        StandardEnvironment settings = settingsOf(service, secrets);

        assertThat(settings.getProperty("memoro.internal.secret")).isEqualTo("from-a-file");
        assertThat(settings.getProperty("logging.structured.format.console")).isEqualTo("ecs");
        assertThat(settings.getProperty("management.endpoints.web.exposure.include"))
                .isEqualTo("health,prometheus");
        assertThat(settings.getProperty("management.server.port"))
                .isNotNull()
                .isNotEqualTo(settings.getProperty("server.port"));
        assertThat(settings.getProperty("debug")).isNull();
        assertThat(settings.getProperty("spring.web.error.include-stacktrace")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "embedding-worker"})
    void hasNoSecretOfItsOwn(String service, @TempDir Path none) {
        StandardEnvironment settings = settingsOf(service, none);

        for (String secret : new String[] {
            "memoro.internal.secret",
            "memoro.database.app-password",
            "memoro.database.owner-password",
            "memoro.gateway.signing-key",
            "memoro.gateway.cookie-key",
            "memoro.logs.account-key",
            "memoro.ai.api-key"
        }) {
            assertThat(settings.getProperty(secret)).as(secret).isNull();
        }
    }

    private static StandardEnvironment settingsOf(String service, Path secrets) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.config.name", service, "memoro.secrets", secrets.toString())));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }
}
