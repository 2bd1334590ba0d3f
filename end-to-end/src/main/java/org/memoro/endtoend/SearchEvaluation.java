package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads dated conversations as notes, asks their questions, and says how much of what is relevant was found.
 *
 * <p>Recall@k is the share of a question's relevant notes among the first k, averaged over the questions; nDCG@10 counts
 * each relevant note once, discounted by the logarithm of its rank (Järvelin and Kekäläinen 2002).
 */
final class SearchEvaluation {
    private static final int DEPTH = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path data;
    private final Path out;
    private final String url;
    private final MemoroCommand memoro;
    private final boolean threads;
    private final String run = Long.toString(Instant.now().getEpochSecond(), 36);
    private final Map<String, MemoroApi> accounts = new HashMap<>();
    private final Map<String, String> documentOfNote = new HashMap<>();

    SearchEvaluation(Path data, Path out, String url, MemoroCommand memoro, boolean threads) {
        this.data = data;
        this.out = out;
        this.url = url;
        this.memoro = memoro;
        this.threads = threads;
    }

    void run() {
        Instant begun = Instant.now();
        load();
        System.out.printf(
                Locale.ROOT,
                "Search: %d notes of %d accounts written and understood in %d s%n",
                documentOfNote.size(),
                accounts.size(),
                Duration.between(begun, Instant.now()).toSeconds());
        Map<String, Set<String>> relevant = relevant();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (JsonNode query : JsonLines.read(data.resolve("queries.jsonl"))) {
            String id = query.path("id").asString();
            if (relevant.containsKey(id)) {
                found.put(id, ask(query));
            }
        }
        writeRun(found);
        report(relevant, found);
    }

    private void load() {
        Map<String, List<JsonNode>> byUser = JsonLines.read(data.resolve("docs.jsonl")).stream()
                .collect(
                        Collectors.groupingBy(d -> d.path("user").asString(), LinkedHashMap::new, Collectors.toList()));
        byUser.forEach((user, documents) -> {
            MemoroApi api = memoro.accountOf(url, user + "." + run + "@eval.memoro.local");
            accounts.put(user, api);
            Map<String, String> speakers = new HashMap<>();
            documents.stream()
                    .sorted(Comparator.comparing((JsonNode d) -> d.path("date").asString())
                            .thenComparingInt(d -> d.path("turn").asInt()))
                    .forEach(document -> write(api, document, speakers));
        });
        accounts.values().forEach(api -> api.awaitUnderstood(PATIENCE));
    }

    private void write(MemoroApi api, JsonNode document, Map<String, String> speakers) {
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
        if (threads) {
            note.put("threadId", "session " + document.path("session").asString());
        }
        documentOfNote.put(api.writeNote(note), document.path("id").asString());
    }

    private List<String> ask(JsonNode query) {
        MemoroApi api = accounts.get(query.path("user").asString());
        if (api == null) {
            return List.of();
        }
        List<String> documents = new ArrayList<>();
        for (JsonNode item : api.search(query.path("text").asString(), DEPTH).path("items")) {
            documents.add(documentOfNote.getOrDefault(item.path("id").asString(), "unknown"));
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
    private void writeRun(Map<String, List<String>> found) {
        List<String> lines = new ArrayList<>();
        found.forEach((query, documents) -> {
            for (int rank = 0; rank < documents.size(); rank++) {
                lines.add("%s Q0 %s %d %d memoro".formatted(query, documents.get(rank), rank + 1, DEPTH - rank));
            }
        });
        Path file = out.resolve(threads ? "search.run" : "search-without-threads.run");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("The run is in " + file);
    }

    private static void report(Map<String, Set<String>> relevant, Map<String, List<String>> found) {
        double recall5 = 0;
        double recall10 = 0;
        double recall20 = 0;
        double ndcg10 = 0;
        for (Map.Entry<String, Set<String>> question : relevant.entrySet()) {
            List<String> documents = found.getOrDefault(question.getKey(), List.of());
            recall5 += recall(question.getValue(), documents, 5);
            recall10 += recall(question.getValue(), documents, 10);
            recall20 += recall(question.getValue(), documents, 20);
            ndcg10 += ndcg(question.getValue(), documents, 10);
        }
        int n = relevant.size();
        System.out.printf(
                Locale.ROOT,
                "Search: %d questions, recall@5 %.4f, recall@10 %.4f, recall@20 %.4f, nDCG@10 %.4f%n",
                n,
                recall5 / n,
                recall10 / n,
                recall20 / n,
                ndcg10 / n);
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
