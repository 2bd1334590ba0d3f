package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the one script says and answers where nothing needs to be started. */
class ScriptTests {
    private static final Path SCRIPT = Path.of("..", "memoro").toAbsolutePath().normalize();

    @TempDir
    Path home;

    @Test
    void isPortableShell() throws Exception {
        assertThat(run("sh", "-n", SCRIPT.toString()).code()).isZero();
    }

    @Test
    void passesShellcheckWhereThereIsOne() throws Exception {
        assumeTrue(run("sh", "-c", "command -v shellcheck").code() == 0, "shellcheck is not installed");

        Answer answer = run("shellcheck", "--shell=sh", "--severity=warning", SCRIPT.toString());

        assertThat(answer.output()).isEmpty();
    }

    @Test
    void namesEveryCommandInItsHelp() throws Exception {
        assertThat(memoro("help").output())
                .contains("up ", "down", "status", "logs", "token", "demo", "test", "eval", "bench", "doctor");
    }

    @Nested
    class Refuses {
        @Test
        void aCommandThatIsNone() throws Exception {
            Answer answer = memoro("upp");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.output()).isEqualTo("memoro: there is no command \"upp\"; ./memoro help lists them.\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "65536", "80a", "-1", "99999999999999999999"})
        void aPortThatIsNone(String port) throws Exception {
            Answer answer = memoro("up", "--port", port);

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.output()).contains("--port takes a number from 1 to 65535");
        }

        @Test
        void anOptionItDoesNotKnow() throws Exception {
            assertThat(memoro("up", "--prot", "1").output()).contains("up does not know \"--prot\"");
        }

        @Test
        void anEvaluationWithoutData() throws Exception {
            assertThat(memoro("eval").output()).contains("./memoro eval --data DIR");
        }
    }

    @Nested
    class WhenNothingRuns {
        @ParameterizedTest
        @ValueSource(strings = {"token", "demo"})
        void saysHowToStartIt(String command) throws Exception {
            Answer answer = memoro(command);

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.output()).isEqualTo("memoro: Memoro is not running: start it with ./memoro up.\n");
        }

        @Test
        void saysSoInItsStatus() throws Exception {
            Answer answer = memoro("status");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.output()).startsWith("Memoro is not running");
        }

        @Test
        void stopsNothing() throws Exception {
            Answer answer = memoro("down");

            assertThat(answer.code()).isZero();
            assertThat(answer.output()).isEqualTo("Memoro is not running.\n");
        }

        @Test
        void takesTheProcessIdOfAStrangerForNobody() throws Exception {
            Files.createDirectories(home.resolve("run"));
            Files.writeString(
                    home.resolve("run/memoro.pid"), ProcessHandle.current().pid() + "\n");

            assertThat(memoro("down").output()).isEqualTo("Memoro is not running.\n");
            assertThat(home.resolve("run/memoro.pid")).doesNotExist();
        }
    }

    private record Answer(int code, String output) {}

    private Answer memoro(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private Answer run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MEMORO_HOME", home.toString());
        builder.redirectInput(Path.of("/dev/null").toFile());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Answer(process.exitValue(), output);
    }
}
