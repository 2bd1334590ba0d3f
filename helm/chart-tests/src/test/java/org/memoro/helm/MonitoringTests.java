package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dashboards and alerts ask for what the services show, and every alert says what to do. */
class MonitoringTests {
    /** A test of the running services finds each of them there. */
    private static final Path METRICS = Chart.REPOSITORY.resolve("docs/metrics.txt");

    private static final Pattern NAME =
            Pattern.compile("\\b(?:memoro|http|jvm|process|spring|resilience4j)_[a-z0-9_]+\\b");

    private final Manifests manifests = Rendered.memoro("most.yaml");

    @Test
    void askForMetricsThatExistOnly() throws IOException {
        Set<String> known = Files.readAllLines(METRICS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+")[1])
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> asked = new LinkedHashMap<>();
        questions()
                .forEach((where, expression) ->
                        NAME.matcher(expression).results().forEach(name -> asked.put(name.group(), where)));

        assertThat(asked).hasSizeGreaterThan(25);
        assertThat(known).containsAll(asked.keySet());
        // What nobody asks for need not be proven.
        assertThat(asked.keySet()).containsAll(known);
    }

    @Test
    void sayWhatToDoAboutEveryAlert() throws IOException {
        List<String> alerts = new ArrayList<>();
        for (JsonNode rule : rules()) {
            String alert = rule.path("alert").asString();
            alerts.add(alert + ".md");
            assertThat(rule.at("/annotations/runbook_url").asString())
                    .isEqualTo("https://wiki.example.org/runbooks/" + alert + ".md");
            assertThat(rule.at("/labels/severity").asString()).isIn("warning", "critical");
            Path runbook = Chart.REPOSITORY.resolve("docs/runbooks").resolve(alert + ".md");
            assertThat(Files.readString(runbook))
                    .startsWith("# " + alert + "\n")
                    .contains(rule.path("expr").asString(), "## Look", "## Do");
        }
        try (var runbooks = Files.list(Chart.REPOSITORY.resolve("docs/runbooks"))) {
            assertThat(runbooks.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(alerts);
        }
    }

    @Test
    void readThePortThatEveryPodHas() {
        JsonNode monitor = manifests.one("PodMonitor", "memoro");
        Map<String, String> wanted =
                JsonMapper.shared().convertValue(monitor.at("/spec/selector/matchLabels"), Map.class);
        String port = monitor.at("/spec/podMetricsEndpoints/0/port").asString();

        assertThat(manifests.deployments()).hasSize(6).allSatisfy((service, deployment) -> {
            JsonNode pod = deployment.at("/spec/template");
            wanted.forEach((label, value) -> assertThat(
                            pod.at("/metadata/labels").path(label).asString())
                    .isEqualTo(value));
            assertThat(PodTests.portNamed(pod.at("/spec/containers/0"), port)).isPositive();
        });
    }

    @Test
    void areOffUnlessWanted() {
        assertThat(Rendered.memoro("least.yaml").names())
                .noneMatch(name -> name.startsWith("PodMonitor")
                        || name.startsWith("PrometheusRule")
                        || name.contains("dashboard"));
    }

    /** All expressions, by where they stand. */
    private Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        rules().forEach(rule ->
                questions.put(rule.path("alert").asString(), rule.path("expr").asString()));
        manifests
                .ofKind("ConfigMap")
                .filter(map -> map.at("/metadata/labels/grafana_dashboard")
                        .asString("")
                        .equals("1"))
                .flatMap(map -> map.path("data").valueStream())
                .map(text -> JsonMapper.shared().readTree(text.asString()))
                .forEach(board -> board.path("panels").forEach(panel -> panel.path("targets")
                        .forEach(target -> questions.put(
                                board.path("uid").asString() + " / "
                                        + panel.path("title").asString() + " "
                                        + target.path("refId").asString(),
                                target.path("expr").asString()))));
        return questions;
    }

    private JsonNode rules() {
        return manifests.one("PrometheusRule", "memoro").at("/spec/groups/0/rules");
    }
}
