package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** k8s/ is the charts, rendered; its overlays build to what Kubernetes takes. */
class KubernetesFolderTests {
    private static final Map<String, Manifests> BUILT = new ConcurrentHashMap<>();

    @TempDir
    Path folder;

    /** After a change of the charts: {@code -Dmemoro.rewrite=true}. */
    @Test
    void isInStepWithTheCharts() throws IOException {
        Map<String, String> expected = KubernetesFolder.expected();
        if (Boolean.getBoolean("memoro.rewrite")) {
            for (Map.Entry<String, String> file : expected.entrySet()) {
                Files.writeString(KubernetesFolder.FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        Set<String> present = new TreeSet<>();
        try (Stream<Path> files = Files.walk(KubernetesFolder.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file).startsWith("# Rendered from")) {
                    present.add(KubernetesFolder.FOLDER.relativize(file).toString());
                }
            }
        }

        assertThat(present).isEqualTo(expected.keySet());
        assertThat(expected).allSatisfy((file, content) -> assertThat(KubernetesFolder.FOLDER.resolve(file))
                .as("rewrite it as k8s/README.md says")
                .hasContent(content));
    }

    static Stream<String> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(KubernetesFolder.FOLDER.resolve("overlays"))) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void buildsToManifestsThatKubernetesTakes(String overlay) throws Exception {
        Manifests built = build(overlay);

        assertThat(built.names()).doesNotHaveDuplicates().contains("Deployment memoro-gateway", "Namespace memoro");
        // As a hook of Argo CD it would wait for a database that only comes after it.
        assertThat(built.one("Job", "memoro-prepare-database").toString()).doesNotContain("helm.sh/hook");
        assertThat(built.ofKind("ConfigMap")).as("settings stay at home").isEmpty();
        assertThat(built.all())
                .allSatisfy(manifest -> assertThat(manifest.toString()).doesNotContain("\"DATABASE_HOST"));
        KubernetesSchemas.named().ifPresent(schemas -> assertThat(
                        built.all().stream().flatMap(manifest -> schemas.faultsOf(manifest).stream()))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void carriesItsSettingsToEveryService(String overlay) throws Exception {
        JsonNode said = Manifests.read(
                        Files.readString(KubernetesFolder.FOLDER.resolve("overlays/" + overlay + "/settings.yaml")))
                .path("data");
        Manifests built = build(overlay);

        built.deployments().forEach((service, deployment) -> {
            Map<String, String> variables = SettingsTests.variables(deployment);
            if (!service.equals("web-ui")) {
                assertThat(variables)
                        .containsEntry(
                                "MEMORO_DATABASE_HOST",
                                said.path("databaseHost").asString())
                        .containsEntry(
                                "MEMORO_DATABASE_PORT",
                                said.path("databasePort").asString())
                        .containsEntry(
                                "MEMORO_DATABASE_MAXCONNECTIONS",
                                said.path("databasePool").asString())
                        .containsEntry(
                                "MEMORO_KAFKA_REPLICATIONFACTOR",
                                said.path("kafkaReplicationFactor").asString());
            }
            assertThat(ServiceSettings.of(service, variables, SettingsTests.secretFiles(deployment))
                            .violations())
                    .isEmpty();
        });
        assertThat(SettingsTests.variables(built.deployments().get("gateway")))
                .containsEntry(
                        "MEMORO_GATEWAY_PUBLICURL", said.path("publicUrl").asString());
        Stream.concat(
                        built.ofKind("HTTPRoute").map(route -> route.at("/spec/hostnames/0")),
                        built.ofKind("Ingress").map(ingress -> ingress.at("/spec/rules/0/host")))
                .forEach(host -> assertThat(host.asString())
                        .isEqualTo(said.path("publicHost").asString()));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void isAsSafeAsTheChart(String overlay) throws Exception {
        Manifests built = build(overlay);
        PodTests pods = new PodTests();
        pods.isRestricted(built);
        pods.cannotWriteItsImageNorAskKubernetesAnything(built);
        pods.mountsWhatItHasAndHasWhatItMounts(built);
        pods.leavesReplicasToWhoeverScales(built);
        pods.isFoundByWhatSelectsIt(built);
        if (built.ofKind("NetworkPolicy").findAny().isPresent()) {
            new NetworkPolicyTests().opensEveryCallThereIsAndNoOther(built);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "argocd/application.yaml|Application|/spec/source/helm/valuesObject",
                "flux/memoro.yaml|HelmRelease|/spec/values"
            })
    void givesTheChartsValuesThatTheyTake(String example) throws IOException {
        String[] parts = example.split("\\|");
        Manifests examples = Manifests.parse(Files.readString(KubernetesFolder.FOLDER.resolve(parts[0])));
        JsonNode values = examples.one(parts[1], "memoro").at(parts[2]);
        Path file = Files.writeString(
                folder.resolve("values.yaml"),
                new Yaml().dump(tools.jackson.databind.json.JsonMapper.shared().convertValue(values, Map.class)));

        assertThat(values.isMissingNode()).isFalse();
        assertThat(Chart.MEMORO
                        .render(Chart.MEMORO.file("values-quickstart.yaml"), file)
                        .ofKind("HTTPRoute"))
                .hasSize(1);
    }

    private static Manifests build(String overlay) throws Exception {
        Manifests known = BUILT.get(overlay);
        if (known != null) {
            return known;
        }
        Process kustomize;
        try {
            kustomize = new ProcessBuilder(
                            "kubectl",
                            "kustomize",
                            KubernetesFolder.FOLDER
                                    .resolve("overlays/" + overlay)
                                    .toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "there is no kubectl on this machine");
            throw e;
        }
        String said = new String(kustomize.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kustomize.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(kustomize.exitValue()).as(said).isZero();
        Manifests built = Manifests.parse(
                said.lines().filter(line -> !line.startsWith("# Warning")).collect(Collectors.joining("\n")));
        BUILT.put(overlay, built);
        return built;
    }
}
