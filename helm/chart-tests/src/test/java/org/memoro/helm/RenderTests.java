package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts render wherever they say they do, and always to the same. */
class RenderTests {

    @ParameterizedTest
    @EnumSource(OurChart.class)
    void isLintedWithoutAWarning(OurChart chart) {
        LintResult result = chart.chart().lint();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    static Stream<Arguments> everyValuesFileOnEveryKubernetes() {
        return Rendered.valuesOfMemoro()
                .flatMap(values -> Chart.KUBERNETES.stream().map(version -> Arguments.of(values, version)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("everyValuesFileOnEveryKubernetes")
    void rendersASingleManifestOfEachName(List<Path> values, String kubernetes) {
        Manifests manifests = Chart.MEMORO.render(kubernetes, values.toArray(Path[]::new));

        assertThat(manifests.names()).doesNotHaveDuplicates();
        assertThat(manifests.deployments().keySet())
                .containsExactlyInAnyOrder(
                        "gateway",
                        "contact-service",
                        "interaction-service",
                        "search-service",
                        "embedding-worker",
                        "web-ui");
        assertThat(manifests.all()).allSatisfy(manifest -> assertThat(
                        manifest.at("/metadata/namespace").asString())
                .isEqualTo("memoro"));
    }

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#valuesOfMemoro")
    void rendersTheSameASecondTime(List<Path> values) {
        Path[] files = values.toArray(Path[]::new);

        assertThat(Chart.MEMORO.text("memoro", Chart.NEWEST, files))
                .isEqualTo(Chart.MEMORO.text("memoro", Chart.NEWEST, files));
    }

    @Test
    void refusesAKubernetesThatIsTooOld() {
        assertThat(Refusal.of(Chart.MEMORO, "1.31.0", Chart.values("least.yaml")))
                .contains("kubeVersion: >=1.32.0-0");
    }
}
