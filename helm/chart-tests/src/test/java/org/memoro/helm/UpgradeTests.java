package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Values that were right for an earlier release still are, and what Kubernetes does not let change has not. */
class UpgradeTests {
    private static final Path FIXED = Chart.values("fixed-since-0.1.0.txt");

    @Test
    void takesTheValuesOfTheFirstRelease() {
        assertThat(Chart.MEMORO.render(Chart.values("released-0.1.0.yaml")).deployments())
                .hasSize(6);
    }

    /** A release that changed one of these could only be installed anew, without the notes' topics and names. */
    @Test
    void keepsNamesAndSelectors() throws IOException {
        List<String> fixed = new ArrayList<>();
        Chart.MEMORO.render(Chart.values("released-0.1.0.yaml")).all().forEach(manifest -> fixed.add(fixed(manifest)));
        Chart.DATA.render().all().forEach(manifest -> fixed.add(fixed(manifest)));

        assertThat(fixed).containsAll(Files.readAllLines(FIXED)).hasSizeGreaterThan(20);
    }

    private static String fixed(JsonNode manifest) {
        return Manifests.label(manifest) + " " + manifest.at("/spec/selector").toString();
    }
}
