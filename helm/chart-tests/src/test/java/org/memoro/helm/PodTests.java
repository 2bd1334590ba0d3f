package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every pod there will be, whichever values: safe, watched, and ended in peace. */
class PodTests {
    private static final String EVERY = "org.memoro.helm.Rendered#everything";

    /** Kubernetes' own words: pod security standard "restricted". */
    @ParameterizedTest
    @MethodSource(EVERY)
    void isRestricted(Manifests manifests) {
        assertThat(manifests.pods()).allSatisfy((name, pod) -> {
            JsonNode spec = pod.path("spec");
            assertThat(List.of("hostNetwork", "hostPID", "hostIPC")).noneMatch(spec::has);
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean(false))
                    .isTrue();
            assertThat(spec.at("/securityContext/runAsUser").asInt(0)).isPositive();
            assertThat(spec.at("/securityContext/seccompProfile/type").asString(""))
                    .isEqualTo("RuntimeDefault");
            for (JsonNode container : containers(pod)) {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("privileged").asBoolean(false)).isFalse();
                assertThat(security.at("/capabilities/drop/0").asString("")).isEqualTo("ALL");
                assertThat(security.at("/capabilities").has("add")).isFalse();
                container.path("ports").forEach(port -> assertThat(port.has("hostPort"))
                        .isFalse());
            }
            Set<String> kinds = new HashSet<>(Set.of("name"));
            spec.path("volumes").forEach(volume -> kinds.addAll(volume.propertyNames()));
            assertThat(kinds).isSubsetOf("name", "emptyDir", "secret", "projected", "configMap");
        });
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void cannotWriteItsImageNorAskKubernetesAnything(Manifests manifests) {
        assertThat(manifests.pods()).allSatisfy((name, pod) -> {
            assertThat(pod.at("/spec/automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            // Otherwise Kubernetes sets MEMORO_GATEWAY_PORT=tcp://… for a release named memoro.
            assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true)).isFalse();
            containers(pod).forEach(container -> assertThat(container
                            .at("/securityContext/readOnlyRootFilesystem")
                            .asBoolean(false))
                    .isTrue());
        });
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void asksForMemoryAndGetsNoMore(Manifests manifests) {
        assertThat(manifests.pods()).allSatisfy((name, pod) -> containers(pod).forEach(container -> {
            JsonNode resources = container.path("resources");
            assertThat(resources.at("/requests/cpu").isMissingNode()).isFalse();
            assertThat(resources.at("/requests/memory").asString(""))
                    .isNotEmpty()
                    .isEqualTo(resources.at("/limits/memory").asString(""));
            assertThat(resources.at("/limits/cpu").isMissingNode())
                    .as("a limit of CPU slows starts down")
                    .isTrue();
        }));
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void mountsWhatItHasAndHasWhatItMounts(Manifests manifests) {
        assertThat(manifests.pods()).allSatisfy((name, pod) -> {
            List<String> volumes = new ArrayList<>();
            pod.at("/spec/volumes")
                    .forEach(volume -> volumes.add(volume.path("name").asString()));
            Set<String> mounts = new HashSet<>();
            containers(pod).forEach(container -> container
                    .path("volumeMounts")
                    .forEach(mount -> mounts.add(mount.path("name").asString())));
            assertThat(volumes).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(mounts);
        });
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void getsSecretsAsFilesOnly(Manifests manifests) {
        assertThat(manifests.pods()).allSatisfy((name, pod) -> containers(pod).forEach(container -> {
            assertThat(container.has("envFrom")).isFalse();
            container.path("env").forEach(variable -> assertThat(
                            variable.at("/valueFrom/secretKeyRef").isMissingNode())
                    .isTrue());
        }));
    }

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void isProbedOnTheManagementPort(Manifests manifests) {
        assertThat(manifests.deployments()).hasSize(6).allSatisfy((name, deployment) -> {
            JsonNode container = deployment.at("/spec/template/spec/containers/0");
            assertThat(probe(container, "livenessProbe")).isEqualTo("/actuator/health/liveness");
            assertThat(probe(container, "startupProbe")).isEqualTo("/actuator/health/liveness");
            assertThat(probe(container, "readinessProbe")).isEqualTo("/actuator/health/readiness");
            JsonNode startup = container.path("startupProbe");
            assertThat(startup.path("periodSeconds").asInt()
                            * startup.path("failureThreshold").asInt())
                    .as("seconds for migrations")
                    .isGreaterThanOrEqualTo(300);
        });
    }

    /** The sleep, requests under way, and the last records: two phases of Spring's shutdown, as long as the service says. */
    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void hasTheTimeToEndInPeace(Manifests manifests) {
        assertThat(manifests.deployments()).allSatisfy((name, deployment) -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            int sleep = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(sleep).isGreaterThanOrEqualTo(5);
            assertThat(pod.path("terminationGracePeriodSeconds").asInt())
                    .isGreaterThan(sleep + 2 * ServiceFile.of(name).secondsOfAShutdownPhase());
        });
    }

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void leavesReplicasToWhoeverScales(Manifests manifests) {
        Set<String> scaled = new HashSet<>();
        manifests.all().stream()
                .filter(manifest -> Set.of("HorizontalPodAutoscaler", "ScaledObject")
                        .contains(manifest.path("kind").asString()))
                .forEach(manifest ->
                        scaled.add(manifest.at("/spec/scaleTargetRef/name").asString()));

        assertThat(manifests.deployments().values())
                .allSatisfy(deployment -> assertThat(deployment.path("spec").has("replicas"))
                        .isEqualTo(!scaled.contains(Manifests.name(deployment))));
    }

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void isKeptFromAllEndingAtOnceWhereThereAreSeveral(Manifests manifests) {
        Map<String, JsonNode> deployments = manifests.deployments();
        Set<String> kept = new HashSet<>();
        manifests.ofKind("PodDisruptionBudget").forEach(budget -> kept.add(Manifests.component(budget)));

        deployments.forEach((name, deployment) -> {
            boolean single = deployment.at("/spec/replicas").asInt(2) == 1 || isScaledFromOne(manifests, name);
            assertThat(kept.contains(name)).as(name).isEqualTo(!single);
            assertThat(deployment
                            .at("/spec/template/spec/topologySpreadConstraints")
                            .size())
                    .isEqualTo(2);
        });
    }

    @Test
    void replacesAGatewayWithKeysOfItsOwnOnlyAfterItsEnd() {
        assertThat(strategyOfGateway("least.yaml")).isEqualTo("Recreate");
        assertThat(strategyOfGateway("most.yaml")).isEqualTo("RollingUpdate");
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void isFoundByWhatSelectsIt(Manifests manifests) {
        List<JsonNode> labels = manifests.pods().values().stream()
                .map(pod -> pod.at("/metadata/labels"))
                .toList();
        for (JsonNode manifest : manifests.all()) {
            JsonNode selector =
                    switch (manifest.path("kind").asString()) {
                        case "Service" -> manifest.at("/spec/selector");
                        case "Deployment", "PodDisruptionBudget" -> manifest.at("/spec/selector/matchLabels");
                        case "NetworkPolicy" -> manifest.at("/spec/podSelector/matchLabels");
                        default -> null;
                    };
            if (selector != null) {
                assertThat(labels.stream().filter(candidate -> matches(selector, candidate)))
                        .as(Manifests.label(manifest))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void listensWhereServicesAndProbesPoint(Manifests manifests) {
        manifests.ofKind("Service").forEach(service -> {
            JsonNode container =
                    manifests.deployments().get(Manifests.component(service)).at("/spec/template/spec/containers/0");
            service.at("/spec/ports").forEach(port -> assertThat(
                            portNamed(container, port.path("targetPort").asString()))
                    .isEqualTo(port.path("port").asInt()));
        });
    }

    private static boolean isScaledFromOne(Manifests manifests, String component) {
        return manifests.all().stream()
                .filter(manifest -> Manifests.component(manifest).equals(component))
                .anyMatch(manifest -> manifest.at("/spec/minReplicas").asInt(0) == 1
                        || manifest.at("/spec/minReplicaCount").asInt(0) == 1);
    }

    private static String strategyOfGateway(String values) {
        return Rendered.memoro(values)
                .one("Deployment", "memoro-gateway")
                .at("/spec/strategy/type")
                .asString();
    }

    private static String probe(JsonNode container, String name) {
        JsonNode get = container.path(name).path("httpGet");
        assertThat(get.path("port").asString()).isEqualTo("management");
        return get.path("path").asString();
    }

    static int portNamed(JsonNode container, String name) {
        for (JsonNode port : container.path("ports")) {
            if (port.path("name").asString().equals(name)) {
                return port.path("containerPort").asInt();
            }
        }
        return -1;
    }

    static List<JsonNode> containers(JsonNode pod) {
        List<JsonNode> containers = new ArrayList<>();
        pod.at("/spec/containers").forEach(containers::add);
        pod.at("/spec/initContainers").forEach(containers::add);
        assertThat(containers).isNotEmpty();
        return containers;
    }

    static boolean matches(JsonNode selector, JsonNode labels) {
        return selector.properties().stream().allMatch(entry -> labels.path(entry.getKey())
                .asString("")
                .equals(entry.getValue().asString()));
    }
}
