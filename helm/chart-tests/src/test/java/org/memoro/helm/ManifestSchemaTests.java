package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every manifest is one that Kubernetes takes. With the published schemas at hand (KubernetesSchemas) they are asked;
 * without, the manifests may use only the keys in {@code keys-of-manifests.txt}, which the schemas were asked about.
 */
class ManifestSchemaTests {
    private static final Path KEYS =
            Chart.REPOSITORY.resolve("helm/chart-tests/src/test/resources/keys-of-manifests.txt");
    private static final Optional<KubernetesSchemas> SCHEMAS = KubernetesSchemas.named();

    /** To accept new keys: {@code -Dmemoro.rewrite=true}, with the schemas. */
    @Test
    void usesOnlyKeysThatKubernetesKnows() throws IOException {
        Set<String> used = new TreeSet<>();
        Rendered.everything()
                .forEach(manifests -> manifests.all().forEach(manifest -> collect(kind(manifest), manifest, used)));
        if (SCHEMAS.isPresent() && Boolean.getBoolean("memoro.rewrite")) {
            Files.write(KEYS, used);
        }

        assertThat(used).isSubsetOf(Files.readAllLines(KEYS)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/spec/template/spec/containers/0|livenesProbe", "/metadata|lables", "/spec|replica"})
    void noticesAMisspeltKeyWithoutTheSchemas(String fault) throws IOException {
        Set<String> used = new TreeSet<>();
        collect("Deployment", faulty(fault), used);

        assertThat(List.copyOf(used)).isNotEmpty();
        assertThat(Set.copyOf(Files.readAllLines(KEYS)).containsAll(used)).isFalse();
    }

    @Test
    void isTakenByKubernetesAndItsOperators() {
        KubernetesSchemas schemas = schemas();

        assertThat(Rendered.everything()
                        .flatMap(manifests -> manifests.all().stream())
                        .flatMap(manifest -> schemas.faultsOf(manifest).stream())
                        .distinct())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/spec/template/spec/containers/0|livenesProbe",
                "/metadata|lables",
                "/spec|replica",
                "/spec|replicas"
            })
    void noticesWhatKubernetesWouldRefuse(String fault) {
        assertThat(schemas().faultsOf(faulty(fault))).isNotEmpty();
    }

    @Test
    void noticesWhatAnOperatorWouldRefuse() {
        JsonNode scaled = Rendered.memoro("most.yaml")
                .one("ScaledObject", "memoro-embedding-worker")
                .deepCopy();
        ((ObjectNode) scaled.path("spec")).put("intervall", 3);

        assertThat(schemas().faultsOf(scaled)).isNotEmpty();
    }

    private static KubernetesSchemas schemas() {
        assumeTrue(
                SCHEMAS.isPresent(),
                "no folder with the schemas of Kubernetes is named: set MEMORO_KUBERNETES_SCHEMAS");
        return SCHEMAS.orElseThrow();
    }

    private static JsonNode faulty(String fault) {
        JsonNode deployment =
                Rendered.memoro("least.yaml").one("Deployment", "memoro-web-ui").deepCopy();
        String[] parts = fault.split("\\|");
        ((ObjectNode) deployment.at(parts[0])).put(parts[1], "many");
        return deployment;
    }

    /** Keys that people choose, such as labels and settings of Kafka, count as one. */
    private static void collect(String path, JsonNode node, Set<String> keys) {
        if (node.isArray()) {
            node.forEach(element -> collect(path, element, keys));
        } else if (node.isObject()) {
            boolean free = path.matches(
                    ".*(abels|nnotations|selector|odeSelector|requests|limits|metadata\\.metadata|triggers\\.metadata|config|parameters)");
            node.properties()
                    .forEach(
                            entry -> collect(free ? path + ".*" : path + "." + entry.getKey(), entry.getValue(), keys));
        } else {
            keys.add(path);
        }
    }

    private static String kind(JsonNode manifest) {
        return manifest.path("kind").asString();
    }
}
