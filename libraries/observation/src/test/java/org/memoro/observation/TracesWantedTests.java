package org.memoro.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class TracesWantedTests {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ObservationConfiguration.class)
    static class Wiring {}

    private static ConfigurableApplicationContext service(Map<String, Object> settings) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .properties(settings)
                .run();
    }

    @Test
    void leaveEverythingOutWhereNobodyCollectsThem() {
        try (ConfigurableApplicationContext context = service(Map.of())) {
            assertThat(context.getBeanNamesForType(io.micrometer.tracing.Tracer.class))
                    .isEmpty();
        }
    }

    @Test
    void takeAnEmptyAddressForNone() {
        try (ConfigurableApplicationContext context = service(Map.of(TracesWanted.ENDPOINT, ""))) {
            assertThat(context.getBeanNamesForType(io.micrometer.tracing.Tracer.class))
                    .isEmpty();
        }
    }

    @Test
    void bringSafeExportsWithAnAddress() {
        try (ConfigurableApplicationContext context =
                service(Map.of(TracesWanted.ENDPOINT, "http://localhost:4318/v1/traces"))) {
            assertThat(context.getBeanNamesForType(io.micrometer.tracing.Tracer.class))
                    .hasSize(1);
            assertThat(context.getBean(
                                    org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure
                                            .SpanExporters.class)
                            .list())
                    .hasOnlyElementsOfType(SafeSpans.class);
        }
    }
}
