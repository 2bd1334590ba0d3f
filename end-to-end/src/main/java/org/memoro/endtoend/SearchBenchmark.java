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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.memoro.endtoend.IndexFiller.Seed;
import org.memoro.languagemodels.onnx.OnnxEmbedder;

/**
 * {@code ./memoro bench search}: how long a search takes in accounts of many sizes side by side in one database, for one
 * person and for eight, next to its queries by themselves and to a look at every row.
 *
 * <p>{@code --sizes} are the notes of the accounts (100,3000,40000), {@code --searches} how often each is searched (200),
 * {@code --others} how many notes other accounts have besides (0), {@code --texts} and {@code --questions} files with one JSON
 * object a line and its {@code text} in it, of which notes and questions are made instead of invented ones, {@code --out} the
 * page that is written. An account with an index is also measured against all of its vectors compared: how many of the first
 * ten the index finds.
 */
public final class SearchBenchmark {
    private static final int SEEDS = 300;
    private static final int AT_ONCE = 8;
    private static final int FIRST = 10;

    /** Of notes by themselves and of notes in their threads. */
    private static final int KINDS = 2;

    /** As search-service has it; a larger account gets indexes when it is searched. */
    private static final int EXACT_UP_TO = 20_000;

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
            List<Sized> accounts = fill(instance, sizes, model);
            try (RawSearch raw = new RawSearch(instance.database(), model)) {
                for (Sized account : accounts) {
                    measure(account, raw, searches, isIndexed(account, instance.database(), raw, searches));
                }
                besideTheLargest(accounts, searches);
            }
            addSizes(
                    instance.database(),
                    sizes.stream().mapToInt(Integer::intValue).sum());
        }
        write();
    }

    private List<Sized> fill(OwnInstance instance, List<Integer> sizes, OnnxEmbedder model) {
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
        int others = Integer.parseInt(options.getOrDefault("others", "0"));
        IndexFiller.fill(instance.database(), accounts.stream().map(Sized::id).toList(), sizes, texts(model), others);
        System.out.printf(
                "Filled %s notes and %d of others in %d s%n",
                sizes, others, Duration.between(begun, Instant.now()).toSeconds());
        return accounts;
    }

    private List<Seed> texts(OnnxEmbedder model) {
        return lines("texts").map(text -> new Seed(text, model.passage(text))).toList();
    }

    /** What the files of an option say, line by line. */
    private Stream<String> lines(String option) {
        return Stream.of(options.getOrDefault(option, "").split(",", -1))
                .filter(file -> !file.isEmpty())
                .flatMap(file -> JsonLines.read(Path.of(file)).stream())
                .map(line -> line.path("text").asString())
                .filter(text -> !text.isBlank())
                .distinct();
    }

    private List<String> questions(long seed, int count) {
        List<String> given = new ArrayList<>(lines("questions").toList());
        if (given.isEmpty()) {
            return new SampleNotes(seed).questions(count);
        }
        Collections.shuffle(given, new Random(seed));
        return IntStream.range(0, count)
                .mapToObj(i -> given.get(i % given.size()))
                .toList();
    }

    /** Searches until the account has its indexes, if it is one that gets any; until then all its vectors are compared. */
    private boolean isIndexed(Sized account, String database, RawSearch raw, int searches) {
        if (account.notes() <= EXACT_UP_TO) {
            return false;
        }
        Percentiles whole = new Percentiles();
        Percentiles exact = new Percentiles();
        List<String> questions = questions(account.notes() + 1L, Math.min(searches, 50));
        String notes = "%,d notes".formatted(account.notes());
        for (String question : questions) {
            String vector = raw.embed(question);
            timed(exact, () -> raw.nearest(account.id(), vector, false));
        }
        add(notes + ": all vectors compared, both lists", exact.toString());
        Instant begun = Instant.now();
        timed(whole, () -> account.api().search(questions.getFirst(), 10));
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            String built =
                    "SELECT count(*), sum(pg_relation_size(indexrelid)) FROM pg_index JOIN pg_class ON oid = indexrelid"
                            + " WHERE indisvalid AND relname LIKE 'near\\_"
                            + account.id().toString().replace("-", "") + "%'";
            while (true) {
                try (ResultSet row = statement.executeQuery(built)) {
                    row.next();
                    if (row.getInt(1) == KINDS) {
                        add(
                                notes + ": both indexes built",
                                String.format(
                                        Locale.ROOT,
                                        "%d s, %.0f MB",
                                        Duration.between(begun, Instant.now()).toSeconds(),
                                        row.getLong(2) / 1e6));
                        addRecall(account, raw, questions);
                        return true;
                    }
                }
                MemoroApi.pause(Duration.ofSeconds(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addRecall(Sized account, RawSearch raw, List<String> questions) {
        int found = 0;
        int wanted = 0;
        for (String question : questions) {
            String vector = raw.embed(question);
            List<List<String>> exact = raw.nearest(account.id(), vector, false);
            List<List<String>> near = raw.nearest(account.id(), vector, true);
            for (int list = 0; list < exact.size(); list++) {
                Set<String> first = Set.copyOf(near.get(list).subList(0, FIRST));
                List<String> right = exact.get(list).subList(0, FIRST);
                wanted += right.size();
                found += (int) right.stream().filter(first::contains).count();
            }
        }
        add(
                "%,d notes: recall@10 of the indexes".formatted(account.notes()),
                String.format(Locale.ROOT, "%.4f (wanted: at least 0.98)", (double) found / wanted));
    }

    /** What a small account notices of eight people who search the largest. */
    private void besideTheLargest(List<Sized> accounts, int searches) {
        Sized largest = accounts.getLast();
        if (largest.notes() <= EXACT_UP_TO) {
            return;
        }
        for (Sized account : accounts.subList(0, accounts.size() - 1)) {
            List<String> questions = questions(account.notes() + 2L, 2 * searches);
            Percentiles alone = new Percentiles();
            questions
                    .subList(0, searches)
                    .forEach(question -> timed(alone, () -> account.api().search(question, 10)));
            Percentiles beside = new Percentiles();
            AtomicBoolean enough = new AtomicBoolean();
            try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
                for (int person = 0; person < AT_ONCE; person++) {
                    List<String> theirs = questions(person, searches);
                    people.execute(() -> {
                        for (int i = 0; !enough.get(); i++) {
                            largest.api().search(theirs.get(i % theirs.size()), 10);
                        }
                    });
                }
                MemoroApi.pause(Duration.ofSeconds(2));
                questions
                        .subList(searches, 2 * searches)
                        .forEach(question -> timed(beside, () -> account.api().search(question, 10)));
                enough.set(true);
            }
            String notes = "%,d notes".formatted(account.notes());
            add(notes + ", nobody else", alone.toString());
            add(
                    "%s, eight search %,d".formatted(notes, largest.notes()),
                    beside
                            + String.format(
                                    Locale.ROOT,
                                    ", p95 %+.0f %% (wanted: at most 20 %%)",
                                    100.0
                                            * (beside.at(95).toNanos()
                                                    - alone.at(95).toNanos())
                                            / alone.at(95).toNanos()));
        }
    }

    private void measure(Sized account, RawSearch raw, int searches, boolean byIndex) {
        List<String> questions = questions(account.notes(), 3 * searches + 20);
        questions.subList(0, 20).forEach(question -> account.api().search(question, 10));
        Percentiles embedding = new Percentiles();
        Percentiles lists = new Percentiles();
        Percentiles words = new Percentiles();
        Percentiles nearest = new Percentiles();
        Percentiles scan = new Percentiles();
        Percentiles whole = new Percentiles();
        // In turn, so that what else the machine does falls on all of them.
        for (String question : questions.subList(20, 20 + searches)) {
            String vector = timed(embedding, () -> raw.embed(question));
            timed(lists, () -> {
                timed(words, () -> {
                    raw.words(account.id(), question);
                    return question;
                });
                return timed(nearest, () -> raw.nearest(account.id(), vector, byIndex));
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
        add(notes + ": of these, by words", words.toString());
        add(notes + ": of these, by meaning" + (byIndex ? ", by index" : ""), nearest.toString());
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
        int others = Integer.parseInt(options.getOrDefault("others", "0"));
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT relname, pg_table_size(pg_class.oid) + coalesce((
                            SELECT sum(pg_relation_size(indexrelid)) FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
                            WHERE indrelid = pg_class.oid AND index.relname NOT LIKE 'near%'), 0)
                        FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                        WHERE nspname = 'search' AND relkind = 'r'
                        ORDER BY 2 DESC LIMIT 6""")) {
            while (tables.next()) {
                add(
                        "disk for 100,000 notes: " + tables.getString(1),
                        String.format(
                                Locale.ROOT,
                                "%.0f MB",
                                tables.getLong(2)
                                        / 1e6
                                        / (tables.getString(1).endsWith("vector") ? notes + others : notes)
                                        * 100_000));
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
