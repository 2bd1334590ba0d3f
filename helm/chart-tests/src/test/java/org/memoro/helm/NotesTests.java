package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts say after an installation is so. */
class NotesTests {
    @TempDir
    Path folder;

    @Test
    void saysHowToGetInAndWhatToRegister() {
        assertThat(Chart.MEMORO.notes("memoro", Chart.values("least.yaml")))
                .contains("kubectl port-forward --namespace memoro service/memoro-gateway 8080:8080")
                .contains("google: https://memoro.example.org/login/oauth2/code/google")
                .contains("82 of 97 connections")
                .contains("Everybody whom a provider knows may sign in");
        assertThat(Chart.MEMORO.notes("memoro", Chart.values("most.yaml")))
                .contains("Open https://memoro.example.org once its name leads to your ingress")
                .doesNotContain("port-forward", "Everybody", "trustedProxies");
    }

    /** Whatever the release is called. */
    @Test
    void handsTheOtherChartValuesThatItTakes() throws IOException {
        String notes = Chart.DATA.notes("stores");
        String values = notes.substring(notes.indexOf("database:"), notes.indexOf("Ready when"));
        Manifests memoro = Chart.MEMORO.render(
                Chart.values("least.yaml"), Files.writeString(folder.resolve("values.yaml"), values));

        assertThat(values).contains("stores-memoro-data-rw");
        assertThat(SettingsTests.variables(memoro.deployments().get("gateway")))
                .containsEntry("MEMORO_DATABASE_HOST", "stores-memoro-data-rw")
                .containsEntry("MEMORO_KAFKA_BOOTSTRAPSERVERS", "stores-memoro-data-kafka-bootstrap:9093")
                .containsEntry("MEMORO_KAFKA_REPLICATIONFACTOR", "3");
        assertThat(RenderedSecrets.namesIn(memoro))
                .contains("stores-memoro-data-client", "stores-memoro-data-ca", "stores-memoro-data-superuser");
    }
}
