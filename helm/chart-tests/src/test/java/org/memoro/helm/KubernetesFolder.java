package org.memoro.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What k8s/ should hold: the charts, rendered and sorted into files. */
final class KubernetesFolder {
    static final Path FOLDER = Chart.REPOSITORY.resolve("k8s");

    private static final String RENDERED = "# Rendered from the chart %s; see k8s/README.md.%n";
    private static final String INGRESS =
            "{httpRoute: {enabled: false}, ingress: {enabled: true, tlsSecret: memoro-tls}}";
    private static final String ROUTE =
            "{httpRoute: {enabled: true, parentRefs: [{name: public, namespace: gateways}]}}";
    private static final String KEDA =
            "{services: {embedding-worker: {autoscaling: {mode: keda, kafkaSecret: memoro-keda}}}}";

    private KubernetesFolder() {}

    /** One manifest as it was written, comments and all. */
    private record Written(String text, JsonNode manifest) {
        boolean is(String... kinds) {
            return List.of(kinds).contains(manifest.path("kind").asString());
        }

        boolean belongsTo(String component) {
            return Manifests.component(manifest).equals(component);
        }
    }

    /** Contents by path below k8s/. */
    static Map<String, String> expected() {
        Map<String, String> files = new TreeMap<>();
        List<Written> memoro = rendered(Chart.MEMORO, FOLDER.resolve("values.yaml"), temporary(ROUTE));
        List<Written> data = rendered(Chart.DATA);
        List<Written> single = rendered(Chart.DATA, Chart.DATA.file("values-quickstart.yaml"));
        for (String service : CallGraph.SERVICES) {
            files.put(
                    "base/" + service + ".yaml",
                    join("memoro", memoro, one -> one.belongsTo(service) && one.is("Deployment", "Service")));
        }
        files.put("base/service-account.yaml", join("memoro", memoro, one -> one.is("ServiceAccount")));
        files.put(
                "components/network-policies/network-policies.yaml",
                join("memoro", memoro, one -> one.is("NetworkPolicy")));
        files.put("components/http-route/http-route.yaml", join("memoro", memoro, one -> one.is("HTTPRoute")));
        files.put("components/prepare-database/job.yaml", join("memoro", memoro, one -> one.is("Job")));
        files.put(
                "components/ingress/ingress.yaml",
                join(
                        "memoro",
                        rendered(Chart.MEMORO, FOLDER.resolve("values.yaml"), temporary(INGRESS)),
                        one -> one.is("Ingress")));
        files.put(
                "components/keda/scaling.yaml",
                join(
                        "memoro",
                        rendered(Chart.MEMORO, FOLDER.resolve("values.yaml"), temporary(KEDA)),
                        one -> one.is("ScaledObject", "TriggerAuthentication")));
        files.put("components/postgres/postgres.yaml", join("memoro-data", data, one -> one.belongsTo("postgres")));
        files.put("components/kafka/kafka.yaml", join("memoro-data", data, one -> one.belongsTo("kafka")));
        files.put(
                "components/postgres-single/postgres.yaml",
                join("memoro-data", single, one -> one.belongsTo("postgres")));
        files.put("components/kafka-single/kafka.yaml", join("memoro-data", single, one -> one.belongsTo("kafka")));
        return files;
    }

    private static String join(String chart, List<Written> manifests, Predicate<Written> wanted) {
        return RENDERED.formatted(chart)
                + manifests.stream().filter(wanted).map(Written::text).collect(Collectors.joining("---\n"));
    }

    private static List<Written> rendered(Chart chart, Path... values) {
        return Arrays.stream(chart.textWithHooks(values).split("(?m)^---\\n"))
                .map(KubernetesFolder::withoutHelm)
                .filter(text -> !text.isBlank())
                .map(text -> new Written(text, Manifests.read(text)))
                .toList();
    }

    /** Nobody but Kustomize manages these, and a Job that is applied together with its database must not come before it. */
    private static String withoutHelm(String text) {
        return text.replaceAll("(?m)^  annotations:\\n(    helm\\.sh/hook.*\\n)+", "")
                        .lines()
                        .filter(line -> !line.matches(
                                "# Source: .*|\\s+(helm\\.sh/chart|app\\.kubernetes\\.io/managed-by): .*"))
                        .collect(Collectors.joining("\n"))
                        .strip()
                + "\n";
    }

    private static Path temporary(String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            file.toFile().deleteOnExit();
            return Files.writeString(file, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
