package org.memoro.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.memoro.local.postgres.PostgresServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** All of Memoro on one machine: starts what it needs in order, says when it can be used, and stops it in reverse. */
public final class LocalMemoro implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalMemoro.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final LocalSettings settings;
    private boolean closed;

    /** Somebody asked for the end before the start was through. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private LocalMemoro(LocalSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            LocalMemoro memoro = new LocalMemoro(LocalSettings.of(System.getenv()));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(memoro, stopped), "stop"));
            out.println("Starting Memoro.");
            memoro.startAll();
            out.println("Memoro is ready: " + memoro.settings.url());
            stopped.await();
        } catch (Stopped e) {
            LOG.info("Stopped while starting");
        } catch (StartFailure e) {
            fail(e.sentence(), e);
        } catch (RuntimeException | Error e) {
            fail("it did not start: " + rootMessage(e) + "; details: " + System.getProperty("memoro.log"), e);
        }
    }

    /** Everything started and usable; {@link #close()} stops it. */
    public static LocalMemoro start(LocalSettings settings) {
        LocalMemoro memoro = new LocalMemoro(settings);
        try {
            memoro.startAll();
            return memoro;
        } catch (RuntimeException | Error e) {
            memoro.close();
            throw e;
        }
    }

    private void startAll() {
        // Each context would set up logging for the whole JVM again; logback.xml of this module does it once.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        keep(RunFolder.claim(settings));
        if (!FreePorts.isFree(settings.port())) {
            throw new StartFailure(
                    "port " + settings.port() + " is taken by another program: choose another one with --port.");
        }
        LocalPorts ports = LocalPorts.find(settings.port());
        Secrets secrets = new Secrets(settings.data().resolve("secrets.properties"));
        CompletableFuture<LocalKafka> kafka = CompletableFuture.supplyAsync(
                () -> keep(LocalKafka.start(settings.data().resolve("kafka"), ports.kafka(), ports.kafkaController())));
        CompletableFuture<MemoroDatabase> database =
                CompletableFuture.supplyAsync(() -> startDatabase(ports.postgres(), secrets));
        LocalServices services = await(kafka.thenCombine(
                database, (broker, prepared) -> new LocalServices(settings, ports, secrets, broker, prepared)));
        keep(services).start();
        RunFolder.writeReady(settings, ports, await(database).description(), secrets, Clock.systemUTC());
        LOG.info("Ready at {}", settings.url());
    }

    private MemoroDatabase startDatabase(int port, Secrets secrets) {
        PostgresServer server = keep(PostgresServer.start(
                settings.environment(), settings.data(), port, secrets.password("postgres.superuser")));
        return MemoroDatabase.prepare(server, secrets, settings.environment());
    }

    private synchronized <T extends AutoCloseable> T keep(T part) {
        if (closed) {
            close(part);
            throw new Stopped();
        }
        started.push(part);
        return part;
    }

    /** Services first, so that they can say goodbye to the Kafka and PostgreSQL below them. */
    @Override
    public void close() {
        Deque<AutoCloseable> parts;
        synchronized (this) {
            closed = true;
            parts = new ArrayDeque<>(started);
            started.clear();
        }
        parts.forEach(LocalMemoro::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }

    private static void stop(LocalMemoro memoro, CountDownLatch stopped) {
        memoro.close();
        stopped.countDown();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static String rootMessage(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().lines().findFirst().orElse("");
    }

    private static void fail(String sentence, Throwable problem) {
        LOG.error("Start failed", problem);
        System.err.println("memoro: " + sentence);
        System.exit(1);
    }
}
