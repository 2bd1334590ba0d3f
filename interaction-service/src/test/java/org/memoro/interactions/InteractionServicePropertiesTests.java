package org.memoro.interactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class InteractionServicePropertiesTests {

    @Test
    void hasTheseDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new InteractionServiceProperties(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofDays(30),
                        Duration.ofHours(6),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10)));
    }

    @Test
    void hasTheseNames() {
        InteractionServiceProperties properties = bind(Map.of(
                "memoro.interaction-service.contact-check-timeout", "1s",
                "memoro.interaction-service.check-waiting-every", "2s",
                "memoro.interaction-service.keep-deleted", "3d",
                "memoro.interaction-service.purge-every", "4h",
                "memoro.interaction-service.stream-heartbeat", "5s",
                "memoro.interaction-service.longest-stream", "6m",
                "memoro.interaction-service.stream-overlap", "7s"));

        assertThat(properties)
                .isEqualTo(new InteractionServiceProperties(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofDays(3),
                        Duration.ofHours(4),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(6),
                        Duration.ofSeconds(7)));
    }

    private static InteractionServiceProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("memoro.interaction-service", InteractionServiceProperties.class);
    }
}
