package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What runs before the objects of its release exist needs none of them: a first installation cannot hang. */
class HookTests {
    private static final String HOOK = "/metadata/annotations/x-helm.sh~1hook";

    private static Stream<JsonNode> hooks(Manifests manifests) {
        return manifests.all().stream()
                .filter(manifest -> manifest.at(HOOK).asString("").startsWith("pre-"));
    }

    @Test
    void standsOnNothingThatTheChartMakes() {
        Rendered.memoro().forEach(manifests -> hooks(manifests).forEach(hook -> {
            JsonNode pod = hook.at("/spec/template/spec");
            assertThat(pod.has("serviceAccountName")).isFalse();
            pod.path("volumes").forEach(volume -> assertThat(volume.toString())
                    .doesNotContain("configMap", "serviceAccountToken"));
            PodTests.containers(hook.at("/spec/template")).forEach(container -> {
                assertThat(container.has("envFrom")).isFalse();
                container.path("env").forEach(variable -> assertThat(
                                variable.at("/valueFrom/configMapKeyRef").isMissingNode())
                        .isTrue());
            });
        }));
        assertThat(Rendered.memoro().flatMap(HookTests::hooks)).isNotEmpty();
    }

    /** The chart makes no Secret at all: what pods mount was there before. */
    @Test
    void makesNoSecret() {
        assertThat(Rendered.everything().flatMap(manifests -> manifests.ofKind("Secret")))
                .isEmpty();
    }

    @Test
    void endsAndMayBeRepeated() {
        JsonNode job = Rendered.memoro("most.yaml").one("Job", "memoro-prepare-database");

        assertThat(job.at("/metadata/annotations/helm.sh~1hook-delete-policy").asString())
                .contains("before-hook-creation");
        assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isPositive();
        assertThat(job.at("/spec/backoffLimit").asInt()).isPositive();
    }

    @Test
    void isTheOnlyOneBesidesTheTest() {
        List<String> hooks = Rendered.memoro("most.yaml").all().stream()
                .filter(manifest -> !manifest.at(HOOK).isMissingNode())
                .map(Manifests::label)
                .toList();

        assertThat(hooks).containsExactlyInAnyOrder("Job memoro-prepare-database", "Pod memoro-test");
    }

    /** Kubernetes replaces $(NAME) and $$ in what a container is told. */
    @Test
    void saysNothingThatKubernetesWouldReplace() {
        JsonNode test = Rendered.memoro("most.yaml").one("Pod", "memoro-test").at("/spec/containers/0/args/0");

        assertThat(test.asString()).contains("curl").doesNotContain("$$").doesNotContainPattern("\\$\\([A-Z_]+\\)");
    }
}
