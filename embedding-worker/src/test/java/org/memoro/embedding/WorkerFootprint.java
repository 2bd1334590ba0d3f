package org.memoro.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.memoro.events.InteractionEnriched;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;

/**
 * How much one worker of its own takes to read a thousand notes on one core: its own process, between the real database
 * and broker. Run by name, since what it measures depends on what else the machine does:
 * {@code ./memoro test -pl embedding-worker -Dtest=WorkerFootprint}.
 */
class WorkerFootprint {
    private static final int WARM_UP = 200;
    private static final int NOTES = 1_000;
    private static final long TICKS_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> FIRST = List.of("Anna", "Boris", "Clara", "David", "Emma", "Felix", "Noa", "Tom");
    private static final List<String> LAST =
            List.of("Novak", "Weber", "Keller", "Rossi", "Lindgren", "Okafor", "Petrova");
    private static final List<String> CITIES = List.of("Vienna", "Graz", "Lisbon", "Oslo", "Leeds");
    private static final List<String> NOTES_OF_ALL_KINDS = List.of(
            "Had coffee with %1$s at Café Sperl in %3$s yesterday. Her daughter Mia just started school and %2$s is moving"
                    + " to Graz in May; her birthday is on 3 March.",
            "Long call with %1$s tonight. %2$s got a new job at Siemens and might move to %3$s, but nothing is decided.",
            "Lunch with %1$s and his brother Leo in %3$s last Tuesday. Leo turns 40 on 12 June. They are not selling the house"
                    + " after all. Remind me to send the photos.",
            "Met %1$s at the market. The knee is better, %2$s runs again and wants to do the half marathon in %3$s in spring.",
            "Dinner at ours: %1$s, my sister Eva and her husband Jonas. Eva is pregnant, due in April. Jonas quit his job.");

    private final TestGateway gateway = TestGateway.start();
    private final StubService interactions = StubService.start();
    private final StubService contacts = StubService.start();
    private final TestEvents events = TestEvents.onSharedKafka();
    private final UUID account = UUID.randomUUID();

    @Test
    void readsAThousandNotesOnOneCoreWithinSixHundredMegabytes() throws IOException {
        gateway.account(account, ZoneId.of("Europe/Vienna"), EnrichmentMode.ON);
        contacts.on("GET", "/internal/v1/contacts/names", 200, "{\"items\":[" + names() + "]}");
        int port = freePort();
        Process worker = start(port);
        try {
            await().atMost(PATIENCE).until(() -> isListening(port));
            read(WARM_UP, 0);
            double cpuBefore = cpuSeconds(worker);
            long begun = System.nanoTime();
            read(NOTES, WARM_UP);
            double wall = (System.nanoTime() - begun) / 1e9;
            double cpu = cpuSeconds(worker) - cpuBefore;
            System.out.printf(
                    "%d notes heard of, fetched, read, embedded, kept and announced: %.1f a second of processor time (%.1f s), %.1f a second of the clock"
                            + " (%.1f s); resident %d MiB, at most %d MiB%n",
                    NOTES,
                    NOTES / cpu,
                    cpu,
                    NOTES / wall,
                    wall,
                    mebibytes(worker, "VmRSS:"),
                    mebibytes(worker, "VmHWM:"));

            assertThat(mebibytes(worker, "VmHWM:")).isLessThanOrEqualTo(600);
        } finally {
            worker.destroy();
        }
    }

    private void read(int count, int before) {
        for (int i = before; i < before + count; i++) {
            TestNote note = TestNote.aNote().saying(text(i));
            interactions.on("GET", "/internal/v1/interactions/" + note.id(), 200, note.json());
            events.say(note.recorded(account));
        }
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> events.heard(InteractionEnriched.class, account).size() >= before + count);
    }

    private static String text(int number) {
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get(number / FIRST.size() % LAST.size());
        String city = CITIES.get(number / 7 % CITIES.size());
        return NOTES_OF_ALL_KINDS.get(number % NOTES_OF_ALL_KINDS.size()).formatted(first + " " + last, first, city)
                + " (" + number + ")";
    }

    /** Fifty-six people, as an address book may have. */
    private static String names() {
        List<String> names = new ArrayList<>();
        for (String first : FIRST) {
            for (String last : LAST) {
                names.add("""
                        {"id":"%s","firstName":"%s","lastName":"%s","nickname":null,"displayName":"%s %s","relationToMe":null}""".formatted(UUID.randomUUID(), first, last, first, last));
            }
        }
        return String.join(",", names);
    }

    /** With the options that {@code ./memoro up} gives a JVM. */
    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                "0",
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=96m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddingWorkerApplication.class.getName(),
                "--server.port=" + port,
                "--memoro.management-port=" + freePort(),
                "--memoro.bind-address=127.0.0.1",
                "--memoro.services.interaction-service=" + interactions.url(),
                "--memoro.services.contact-service=" + contacts.url()));
        Stream.of(TestPostgres.freshDatabase().args(), gateway.args(), TestKafka.args())
                .forEach(arguments -> command.addAll(List.of(arguments)));
        File log = Files.createTempFile("worker", ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** In its own and in the kernel's code. */
    private static double cpuSeconds(Process process) {
        String[] fields = read(process, "stat").replaceFirst(".*\\) ", "").split(" ");
        return (double) (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    private static long mebibytes(Process process, String field) {
        return read(process, "status")
                        .lines()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static String read(Process process, String file) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
