package org.memoro.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code helm test} runs in a cluster finds what it wrote, here against an instance of this machine. */
@ExtendWith(LocalInstance.class)
@Order(3)
class ChartScriptTests {
    private static final Path SCRIPT = Path.of("../helm/memoro/files/write-and-find.sh");

    @TempDir
    Path folder;

    /** How it ended, and all it said. */
    private record Run(int code, String said) {}

    @Test
    void writesANoteAndFindsIt(OwnInstance memoro) throws IOException, InterruptedException {
        Run run = run(
                memoro,
                memoro.memoro().run("token", "--email", "chart@example.org").strip());

        assertThat(run.said()).contains("Wrote note ").endsWith("Found it by search, and deleted it.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void failsWithATokenThatIsNotGood(OwnInstance memoro) throws IOException, InterruptedException {
        assertThat(run(memoro, "mem_not-a-token").code()).isNotZero();
    }

    @Test
    void saysWhatItDidNotTryWithoutAToken(OwnInstance memoro) throws IOException, InterruptedException {
        Run run = run(memoro, null);

        assertThat(run.said()).contains("The gateway says", "Not tried: writing a note and finding it");
        assertThat(run.code()).isZero();
    }

    private Run run(OwnInstance memoro, @Nullable String token) throws IOException, InterruptedException {
        Path file = folder.resolve("token");
        if (token != null) {
            Files.writeString(file, token);
        }
        ProcessBuilder shell = new ProcessBuilder("sh", "-ec", Files.readString(SCRIPT)).redirectErrorStream(true);
        shell.environment().put("GATEWAY", memoro.url());
        shell.environment().put("PUBLIC_HOST", "localhost");
        shell.environment().put("TOKEN_FILE", file.toString());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), said);
    }
}
