package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memoro.languagemodels.onnx.OnnxEmbedder;

/**
 * {@code ./memoro bench search}: how long a search takes in accounts of many sizes side by side in one database, for one
 * person and for eight, next to its queries by themselves and to a look at every row.
 *
 * <p>{@code --sizes} are the notes of the accounts (100,3000,40000), {@code --searches} how often each is searched (200),
 * {@code --out} the page that is written.
 */
public final class SearchBenchmark {
    private static final int SEEDS = 300;
    private static final int AT_ONCE = 8;

    private final Path script;
    private final Map<String, String> options;
    private final List<String> rows = new ArrayList<>();

    private SearchBenchmark(Path script, Map<String, String> options) {
        this.script = script;
        this.options = options;
    }

    /** An account with so many notes. */
    private record Sized(int notes, MemoroApi api, UUID id) {}

    public static void main(String[] arguments) {
        Path script = Path.of(System.getProperty("memoro.script", "./memoro")).toAbsolutePath();
        new SearchBenchmark(script, Evaluate.options(arguments)).run();
    }

    private void run() {
        List<Integer> sizes = Stream.of(
                        options.getOrDefault("sizes", "100,3000,40000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        int searches = Integer.parseInt(options.getOrDefault("searches", "200"));
        try (OwnInstance instance = OwnInstance.of(script, OwnInstance.UNHURRIED);
                OnnxEmbedder model = new OnnxEmbedder()) {
            instance.start();
            model.load();
            List<Sized> accounts = fill(instance, sizes);
            try (RawSearch raw = new RawSearch(instance.database(), model)) {
                for (Sized account : accounts) {
                    measure(account, raw, searches);
                }
            }
            addSizes(
                    instance.database(),
                    accounts.stream().mapToInt(Sized::notes).sum());
        }
        write();
    }

    private static List<Sized> fill(OwnInstance instance, List<Integer> sizes) {
        MemoroApi seeds = instance.memoro().accountOf(instance.url(), "seeds@bench.memoro.local");
        SampleNotes notes = new SampleNotes(1);
        for (int i = 0; i < SEEDS; i++) {
            seeds.writeNote(notes.next());
        }
        seeds.awaitUnderstood(Duration.ofMinutes(10));
        List<Sized> accounts = sizes.stream()
                .map(size -> {
                    MemoroApi api = instance.memoro().accountOf(instance.url(), "of" + size + "@bench.memoro.local");
                    return new Sized(
                            size,
                            api,
                            UUID.fromString(
                                    api.get("/api/v1/account").path("id").asString()));
                })
                .toList();
        Instant begun = Instant.now();
        IndexFiller.fill(instance.database(), accounts.stream().map(Sized::id).toList(), sizes);
        System.out.printf(
                "Filled %s notes in %d s%n",
                sizes, Duration.between(begun, Instant.now()).toSeconds());
        return accounts;
    }

    private void measure(Sized account, RawSearch raw, int searches) {
        List<String> questions = new SampleNotes(account.notes()).questions(3 * searches + 20);
        questions.subList(0, 20).forEach(question -> account.api().search(question, 10));
        Percentiles embedding = new Percentiles();
        Percentiles lists = new Percentiles();
        Percentiles scan = new Percentiles();
        Percentiles whole = new Percentiles();
        // In turn, so that what else the machine does falls on all of them.
        for (String question : questions.subList(20, 20 + searches)) {
            String vector = timed(embedding, () -> raw.embed(question));
            timed(lists, () -> {
                raw.lists(account.id(), question, vector);
                return question;
            });
            timed(scan, () -> {
                raw.scan(account.id(), vector);
                return question;
            });
            timed(whole, () -> account.api().search(question, 10));
        }
        String notes = "%,d notes".formatted(account.notes());
        add(notes + ", one person: the whole search", whole.toString());
        add(notes + ": its queries by themselves", lists.toString());
        add(notes + ": every vector without an index", scan.toString());
        add(notes + ": the question's vector", embedding.toString());
        double ratio = (double) whole.at(50).toNanos()
                / (lists.at(50).toNanos() + embedding.at(50).toNanos());
        add(
                notes + ": the whole, in queries and vector at the median",
                String.format(Locale.ROOT, "%.2f (wanted: at most 1.50)", ratio));
        atOnce(account, questions.subList(20 + searches, questions.size()), notes);
    }

    private void atOnce(Sized account, List<String> questions, String notes) {
        Percentiles times = new Percentiles();
        Instant begun = Instant.now();
        try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Void>> asked = IntStream.range(0, AT_ONCE)
                    .mapToObj(person -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = person; i < questions.size(); i += AT_ONCE) {
                                    String question = questions.get(i);
                                    Instant one = Instant.now();
                                    account.api().search(question, 10);
                                    Duration took = Duration.between(one, Instant.now());
                                    synchronized (times) {
                                        times.add(took);
                                    }
                                }
                            },
                            people))
                    .toList();
            asked.forEach(CompletableFuture::join);
        }
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        add(
                notes + ", eight at once: the whole search",
                times + String.format(Locale.ROOT, ", %.1f a second", questions.size() / seconds));
    }

    private static <T> T timed(Percentiles times, Supplier<T> work) {
        long begun = System.nanoTime();
        T done = work.get();
        times.add(Duration.ofNanos(System.nanoTime() - begun));
        return done;
    }

    private void addSizes(String database, int notes) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT relname, pg_total_relation_size(pg_class.oid)
                        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE nspname = 'search' AND relkind = 'r'
                        ORDER BY 2 DESC LIMIT 6""")) {
            while (tables.next()) {
                add(
                        "disk for 100,000 notes: " + tables.getString(1),
                        String.format(Locale.ROOT, "%.0f MB", tables.getLong(2) / 1e6 / notes * 100_000));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(String what, String figure) {
        String row = "| %s | %s |".formatted(what, figure);
        System.out.println(row);
        rows.add(row);
    }

    private void write() {
        String out = options.get("out");
        if (out == null) {
            return;
        }
        try {
            Files.writeString(Path.of(out), "| what | measured |\n|---|---|\n" + String.join("\n", rows) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
