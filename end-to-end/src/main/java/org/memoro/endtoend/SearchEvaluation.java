package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads dated conversations as notes, asks their questions, and says how much of what is relevant was found: with the
 * conversations as threads, without, and all of them in one account; by words, by meaning, and by both.
 *
 * <p>Recall@k is the share of a question's relevant notes among the first k, averaged over the questions; nDCG@10 counts
 * each relevant note once, discounted by the logarithm of its rank (Järvelin and Kekäläinen 2002).
 */
final class SearchEvaluation {
    private static final int DEPTH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String HYBRID = "hybrid";

    private final Path data;
    private final Path out;
    private final String url;
    private final MemoroCommand memoro;
    private final String run = Long.toString(Instant.now().getEpochSecond(), 36);

    SearchEvaluation(Path data, Path out, String url, MemoroCommand memoro) {
        this.data = data;
        this.out = out;
        this.url = url;
        this.memoro = memoro;
    }

    /** How the notes are loaded, and in which modes they are searched. */
    private enum Setting {
        IN_THREADS("in-threads"),
        ALONE("alone"),
        POOLED("in-threads-pooled");

        private final String word;

        Setting(String word) {
            this.word = word;
        }

        List<String> modes() {
            return this == POOLED ? List.of(HYBRID) : List.of(HYBRID, "semantic", "lexical");
        }

        boolean hasThreads() {
            return this != ALONE;
        }

        /** Whose account the notes of this user go to. */
        String account(String user) {
            return this == POOLED ? "pooled" : user;
        }
    }

    /** Accounts with their notes. */
    private record Loaded(Map<String, MemoroApi> accounts, Map<String, String> documentOfNote) {}

    /** What each question was worth, in the order of the questions. */
    private record Worth(double[] recall5, double[] recall10, double[] recall20, double[] ndcg10) {}

    void run() {
        Map<String, Set<String>> relevant = relevant();
        List<JsonNode> questions = JsonLines.read(data.resolve("queries.jsonl")).stream()
                .filter(query -> relevant.containsKey(query.path("id").asString()))
                .toList();
        Map<String, Worth> results = new LinkedHashMap<>();
        for (Setting setting : Setting.values()) {
            Loaded loaded = load(setting);
            for (String mode : setting.modes()) {
                Map<String, List<String>> found = new LinkedHashMap<>();
                questions.forEach(query -> found.put(query.path("id").asString(), ask(loaded, setting, mode, query)));
                String name = setting.word + "-" + mode;
                writeRun(name, found);
                Worth worth = worth(relevant, found);
                results.put(name, worth);
                report(name, worth);
            }
        }
        String best = Setting.IN_THREADS.word + "-" + HYBRID;
        results.forEach((name, worth) -> {
            if (!name.equals(best)) {
                compare(name, Objects.requireNonNull(results.get(best)), worth);
            }
        });
    }

    private Loaded load(Setting setting) {
        Instant begun = Instant.now();
        Loaded loaded = new Loaded(new HashMap<>(), new HashMap<>());
        Map<String, List<JsonNode>> byUser = JsonLines.read(data.resolve("docs.jsonl")).stream()
                .collect(
                        Collectors.groupingBy(d -> d.path("user").asString(), LinkedHashMap::new, Collectors.toList()));
        byUser.forEach((user, documents) -> {
            MemoroApi api = loaded.accounts()
                    .computeIfAbsent(
                            setting.account(user),
                            account -> memoro.accountOf(
                                    url, account + "." + setting.word + "." + run + "@eval.memoro.local"));
            Map<String, String> speakers = new HashMap<>();
            documents.stream()
                    .sorted(Comparator.comparing((JsonNode d) -> d.path("date").asString())
                            .thenComparingInt(d -> d.path("turn").asInt()))
                    .forEach(document -> loaded.documentOfNote()
                            .put(
                                    write(api, document, speakers, setting),
                                    document.path("id").asString()));
        });
        loaded.accounts().values().forEach(api -> api.awaitUnderstood(PATIENCE));
        System.out.printf(
                Locale.ROOT,
                "Search, %s: %d notes of %d accounts written and understood in %d s%n",
                setting.word,
                loaded.documentOfNote().size(),
                loaded.accounts().size(),
                Duration.between(begun, Instant.now()).toSeconds());
        return loaded;
    }

    private static String write(MemoroApi api, JsonNode document, Map<String, String> speakers, Setting setting) {
        String speaker = document.path("speaker").asString();
        String contact = speakers.computeIfAbsent(
                speaker, name -> api.addContact(MemoroApi.object().put("firstName", name)));
        String at = document.path("date").asString() + ":00Z";
        ObjectNode note = MemoroApi.object()
                .put("notes", document.path("text").asString())
                .put("occurredOn", at.substring(0, 10))
                .put("occurredAt", at)
                .put("writtenAt", at);
        note.putArray("contactIds").add(contact);
        if (setting.hasThreads()) {
            String user = document.path("user").asString();
            note.put(
                    "threadId",
                    "session " + user + " " + document.path("session").asString());
        }
        return api.writeNote(note);
    }

    private static List<String> ask(Loaded loaded, Setting setting, String mode, JsonNode query) {
        MemoroApi api = loaded.accounts().get(setting.account(query.path("user").asString()));
        if (api == null) {
            return List.of();
        }
        List<String> documents = new ArrayList<>();
        for (JsonNode item :
                api.search(query.path("text").asString(), mode, DEPTH).path("items")) {
            documents.add(loaded.documentOfNote().getOrDefault(item.path("id").asString(), "unknown"));
        }
        return documents;
    }

    private Map<String, Set<String>> relevant() {
        Map<String, Set<String>> relevant = new HashMap<>();
        try {
            for (String line : Files.readAllLines(data.resolve("qrels.tsv"))) {
                String[] cells = line.split("\t", -1);
                relevant.computeIfAbsent(cells[0], q -> new HashSet<>()).add(cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return relevant;
    }

    /** In the format of TREC, for other scorers. */
    private void writeRun(String name, Map<String, List<String>> found) {
        List<String> lines = new ArrayList<>();
        found.forEach((query, documents) -> {
            for (int rank = 0; rank < documents.size(); rank++) {
                lines.add("%s Q0 %s %d %d %s".formatted(query, documents.get(rank), rank + 1, DEPTH - rank, name));
            }
        });
        try {
            Files.createDirectories(out.toAbsolutePath());
            Files.write(out.resolve("search-" + name + ".run"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Worth worth(Map<String, Set<String>> relevant, Map<String, List<String>> found) {
        return new Worth(
                each(relevant, found, (wanted, documents) -> recall(wanted, documents, 5)),
                each(relevant, found, (wanted, documents) -> recall(wanted, documents, 10)),
                each(relevant, found, (wanted, documents) -> recall(wanted, documents, 20)),
                each(relevant, found, (wanted, documents) -> ndcg(wanted, documents, 10)));
    }

    private static double[] each(
            Map<String, Set<String>> relevant,
            Map<String, List<String>> found,
            ToDoubleBiFunction<Set<String>, List<String>> measure) {
        return found.entrySet().stream()
                .mapToDouble(entry ->
                        measure.applyAsDouble(relevant.getOrDefault(entry.getKey(), Set.of()), entry.getValue()))
                .toArray();
    }

    private void report(String name, Worth worth) {
        System.out.printf(
                Locale.ROOT,
                "Search, %s: %d questions, recall@5 %.4f, recall@10 %.4f, recall@20 %.4f, nDCG@10 %.4f (%s)%n",
                name,
                worth.recall10().length,
                mean(worth.recall5()),
                mean(worth.recall10()),
                mean(worth.recall20()),
                mean(worth.ndcg10()),
                out.resolve("search-" + name + ".run"));
    }

    private static void compare(String name, Worth best, Worth other) {
        PairedBootstrap recall = PairedBootstrap.of(best.recall10(), other.recall10());
        PairedBootstrap ndcg = PairedBootstrap.of(best.ndcg10(), other.ndcg10());
        System.out.printf(
                Locale.ROOT,
                "Search, in-threads-hybrid against %s: recall@10 %+.4f [%+.4f, %+.4f], nDCG@10 %+.4f [%+.4f, %+.4f]%n",
                name,
                recall.difference(),
                recall.from(),
                recall.to(),
                ndcg.difference(),
                ndcg.from(),
                ndcg.to());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double recall(Set<String> relevant, List<String> found, int depth) {
        long hits = found.stream().limit(depth).filter(relevant::contains).count();
        return (double) hits / relevant.size();
    }

    static double ndcg(Set<String> relevant, List<String> found, int depth) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(depth, found.size()); rank++) {
            gain += relevant.contains(found.get(rank)) ? discount(rank) : 0;
        }
        double ideal = 0;
        for (int rank = 0; rank < Math.min(depth, relevant.size()); rank++) {
            ideal += discount(rank);
        }
        return gain / ideal;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }
}
