package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.memoro.events.Topics;
import org.springframework.boot.context.properties.bind.Binder;
import tools.jackson.databind.JsonNode;

/** What the chart says of the services is what the services say of themselves. */
class WiringTests {
    private final Manifests manifests = Rendered.memoro("most.yaml");

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
    void listensOnThePortsOfItsOwnFile(String service) {
        JsonNode container = manifests.deployments().get(service).at("/spec/template/spec/containers/0");
        ServiceFile file = ServiceFile.of(service);

        assertThat(PodTests.portNamed(container, "http")).isEqualTo(file.port());
        assertThat(PodTests.portNamed(container, "management")).isEqualTo(file.managementPort());
        assertThat(file.isShutDownGracefully()).isTrue();
        assertThat(file.hasProbes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "contact-service", "interaction-service", "search-service", "embedding-worker"})
    void handsOutThePasswordsOfItsOwnSchemaOnly(String service) {
        JsonNode deployment = manifests.deployments().get(service);
        String schema = ServiceFile.of(service).properties().getRequiredProperty("memoro.database.schema");
        Map<String, String> files = SettingsTests.secretFiles(deployment);

        assertThat(files)
                .containsEntry("memoro.database.app-password", schema + "-app-password")
                .containsEntry("memoro.database.owner-password", schema + "-owner-password");
        assertThat(files.values().stream().filter(key -> key.endsWith("-password")))
                .hasSize(2);
    }

    @Test
    void givesEachServiceOneSecretThatTheGatewayKnows() {
        Map<String, String> known =
                SettingsTests.secretFiles(manifests.deployments().get("gateway"));

        manifests.deployments().forEach((service, deployment) -> {
            if (!service.equals("gateway")) {
                assertThat(SettingsTests.secretFiles(deployment).get("memoro.internal.secret"))
                        .isEqualTo(service + "-secret")
                        .isEqualTo(known.get("memoro.gateway.service-secrets." + service));
            }
        });
    }

    @Test
    void knowsWhereItsNeighboursAre() {
        manifests.deployments().forEach((service, deployment) -> {
            ServiceSettings settings = ServiceSettings.of(
                    service, SettingsTests.variables(deployment), SettingsTests.secretFiles(deployment));
            Set<String> called = new TreeSet<>(CallGraph.calledBy(service));
            called.forEach(neighbour -> assertThat(settings.environment().getProperty("memoro.services." + neighbour))
                    .as("%s as %s knows it", neighbour, service)
                    .isEqualTo(addresses().get(neighbour)));
            assertThat(Binder.get(settings.environment())
                            .bind(
                                    "memoro.services",
                                    org.springframework.boot.context.properties.bind.Bindable.mapOf(
                                            String.class, String.class))
                            .get())
                    .containsKeys(called.toArray(String[]::new));
        });
    }

    /** The same images, the same program, the same names of secrets. */
    @Test
    void preparesTheDatabaseAsDockerComposeDoes() throws IOException {
        JsonNode compose = Manifests.read(Files.readString(Chart.REPOSITORY.resolve("docker-compose.yml")));
        JsonNode container = manifests.one("Job", "memoro-prepare-database").at("/spec/template/spec/containers/0");
        Set<String> files = new TreeSet<>(RenderedSecrets.keysOf(manifests, "memoro"));
        Set<String> known = new TreeSet<>(compose.path("secrets").propertyNames());

        assertThat(container.path("command")).isEqualTo(compose.at("/services/prepare-database/entrypoint"));
        assertThat(known).containsAll(files);
        manifests.deployments().forEach((service, deployment) -> assertThat(
                        compose.at("/services/" + service + "/image").asString())
                .contains("/" + service + ":"));
    }

    @Test
    void scalesTheWorkerByTheGroupThatReadsNotes() {
        JsonNode trigger =
                manifests.one("ScaledObject", "memoro-embedding-worker").at("/spec/triggers/0/metadata");

        assertThat(trigger.path("topic").asString()).isEqualTo(Topics.INTERACTION);
        assertThat(trigger.path("consumerGroup").asString()).isEqualTo("embedding-worker." + Topics.INTERACTION);
        assertThat(trigger.path("sasl").asString()).isEqualTo("scram_sha512");
        assertThat(trigger.path("tls").asString()).isEqualTo("enable");
    }

    /** Addresses that the chart's own Services have. */
    private Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        manifests
                .ofKind("Service")
                .forEach(service -> addresses.put(
                        Manifests.component(service),
                        "http://" + Manifests.name(service) + ":"
                                + service.at("/spec/ports/0/port").asInt()));
        return addresses;
    }
}
