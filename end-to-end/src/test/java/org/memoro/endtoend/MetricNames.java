package org.memoro.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of metrics that dashboards, alerts and the documentation may name: each service with what it exposes. */
final class MetricNames {
    static final List<String> SERVICES = List.of(
            "gateway", "contact-service", "interaction-service", "search-service", "embedding-worker", "web-ui");

    private static final Path LIST = Path.of("../docs/metrics.txt");

    private MetricNames() {}

    /** By service; a line that names no service stands for all six. */
    static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            List<String> services = words[0].equals("all")
                    ? SERVICES
                    : words[0].equals("data") ? SERVICES.subList(0, 5) : List.of(words[0].split(","));
            services.forEach(service -> expected.computeIfAbsent(service, none -> new java.util.ArrayList<>())
                    .add(words[1]));
        }
        return expected;
    }
}
