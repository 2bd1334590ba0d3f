package org.memoro.search;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.events.ContactChanged;
import org.memoro.events.InteractionEnriched;
import org.memoro.events.InteractionIndexed;
import org.memoro.testkit.RecordedRequest;
import org.memoro.testkit.StubService;
import org.memoro.testkit.TestDatabase;
import org.memoro.testkit.TestEvents;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.TestKafka;
import org.memoro.testkit.TestPostgres;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** search-service on a real database and broker, beside neighbours that say what a test tells them. */
final class RunningSearch implements AutoCloseable {
    static final String MODEL = "three-numbers";
    static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    final TestDatabase database = TestPostgres.freshDatabase();
    final TestGateway gateway = TestGateway.start();
    final StubService contactService = StubService.start();
    final StubService interactionService = StubService.start();
    final StubService embeddingWorker = StubService.start();
    final TestEvents events = TestEvents.onSharedKafka();
    private final Map<String, float[]> questions = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String url;

    /** An answer of the service. */
    record Answer(int status, JsonNode json) {
        List<String> ids() {
            return json.path("items")
                    .valueStream()
                    .map(item -> item.path("id").asString())
                    .toList();
        }

        JsonNode item(int index) {
            return json.path("items").path(index);
        }

        String code() {
            return json.path("code").asString();
        }
    }

    /** With these settings besides. */
    RunningSearch(String... settings) {
        answerQuestions();
        answerPassages();
        String[] args = Stream.of(
                        database.args(),
                        TestKafka.args(),
                        gateway.args(),
                        new String[] {
                            "--server.port=0",
                            "--management.server.port=-1",
                            "--memoro.services.contact-service=" + contactService.url(),
                            "--memoro.services.interaction-service=" + interactionService.url(),
                            "--memoro.services.embedding-worker=" + embeddingWorker.url()
                        },
                        settings)
                .flatMap(Stream::of)
                .toArray(String[]::new);
        context = SearchServiceApplication.builder().run(args);
        url = "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return url;
    }

    /** The meaning of a question; any other question means (0, 0, 1). */
    void means(String question, float... meaning) {
        questions.put(question, meaning);
    }

    void answerQuestions() {
        answerQuestions(MODEL);
    }

    /** As {@link #answerQuestions()}, by another model. */
    void answerQuestions(String model) {
        embeddingWorker.on("POST", "/internal/v1/embeddings", request -> {
            String text = JSON.readTree(request.body()).path("texts").path(0).asString();
            float[] meaning = questions.getOrDefault(text, new float[] {0, 0, 1});
            return new StubService.Answer(
                    200,
                    "{\"model\":\"%s\",\"dimensions\":%d,\"vectors\":[\"%s\"]}"
                            .formatted(model, meaning.length, base64(meaning)));
        });
    }

    /** What any text means that is a note and the one before it: the meaning set for the whole of it, or (0, 0, 1). */
    void answerPassages() {
        answerPassages(MODEL);
    }

    /** As {@link #answerPassages()}, by another model. */
    void answerPassages(String model) {
        embeddingWorker.on("POST", "/internal/v1/passages", request -> readPassages(model, request));
    }

    /** As {@link #answerPassages()}, but for requests with a text that has these words in it. */
    void refusePassages(String words) {
        embeddingWorker.on(
                "POST",
                "/internal/v1/passages",
                request -> request.body().contains(words)
                        ? new StubService.Answer(422, "{\"code\":\"validation-failed\"}")
                        : readPassages(MODEL, request));
    }

    private StubService.Answer readPassages(String model, RecordedRequest request) {
        String vectors = JSON.readTree(request.body())
                .path("texts")
                .valueStream()
                .map(text -> "\"" + base64(questions.getOrDefault(text.asString(), new float[] {0, 0, 1})) + "\"")
                .collect(Collectors.joining(","));
        return new StubService.Answer(
                200, "{\"model\":\"%s\",\"dimensions\":3,\"vectors\":[%s]}".formatted(model, vectors));
    }

    /** The texts whose meaning was asked for, a note and the one before it each. */
    List<String> passages() {
        return embeddingWorker.requests().stream()
                .filter(request -> request.path().equals("/internal/v1/passages"))
                .flatMap(request -> JSON.readTree(request.body()).path("texts").valueStream())
                .map(tools.jackson.databind.JsonNode::asString)
                .toList();
    }

    /** Tells the neighbours of a note, says that it is understood, and waits until it is found. */
    void index(TestNote note) {
        tell(note);
        long before = indexed(note);
        events.say(InteractionEnriched.of(note.account(), note.id(), note.version(), true, note.meaning() != null));
        await().atMost(SOON).until(() -> indexed(note) > before);
    }

    /** Tells the neighbours of a note. */
    void tell(TestNote note) {
        Map<String, Object> json = new TreeMap<>(Map.of(
                "id", note.id(),
                "version", note.version(),
                "deleted", note.deleted(),
                "notes", note.deleted() ? "" : note.text(),
                "occurredOn", note.on().toString(),
                "createdAt", note.on() + "T12:00:00Z",
                "typedContactIds", List.of(),
                "participants",
                        note.people().stream()
                                .map(person -> Map.of(
                                        "contactId", person.id(), "displayName", person.name(), "source", "typed"))
                                .toList()));
        if (note.thread() != null) {
            json.put("threadId", note.thread());
        }
        interactionService.on("GET", "/internal/v1/interactions/" + note.id(), 200, JSON.writeValueAsString(json));
        String vector = "/internal/v1/vectors/" + note.id() + "?version=" + note.version();
        if (note.meaning() == null) {
            embeddingWorker.on("GET", vector, 404, "{\"code\":\"vector-not-found\"}");
        } else {
            embeddingWorker.on(
                    "GET",
                    vector,
                    200,
                    JSON.writeValueAsString(Map.of(
                            "interactionId", note.id(),
                            "version", note.version(),
                            "model", note.model(),
                            "dimensions", note.meaning().length,
                            "vector", base64(note.meaning()),
                            "names", List.of())));
        }
    }

    /** Tells contact-service's answer and waits until search has taken it in. */
    void know(UUID account, TestPerson person, Map<String, Object> details) {
        Map<String, Object> json =
                new TreeMap<>(Map.of("id", person.id(), "displayName", person.name(), "tags", List.of(), "version", 1));
        json.putAll(details);
        contactService.on("GET", "/internal/v1/contacts/" + person.id(), 200, JSON.writeValueAsString(json));
        events.say(ContactChanged.of(account, person.id(), 1, true));
        await().atMost(SOON)
                .until(() -> count("contact WHERE contact_id = '" + person.id() + "' AND NOT deleted") == 1);
    }

    Answer search(UUID account, String q, String... parameters) {
        String query = Stream.concat(Stream.of("q", q), Stream.of(parameters))
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        StringBuilder pairs = new StringBuilder();
        String[] parts = query.split("&", -1);
        for (int i = 0; i < parts.length; i += 2) {
            pairs.append(i == 0 ? "?" : "&").append(parts[i]).append('=').append(parts[i + 1]);
        }
        return get("/api/v1/search" + pairs, gateway.userToken(account, "search-service"));
    }

    Answer get(String path, String token) {
        return send(path, token, HttpRequest.newBuilder());
    }

    Answer post(String path, String token, String body) {
        return send(
                path,
                token,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answer send(String path, String token, HttpRequest.Builder asked) {
        try {
            HttpRequest request = asked.uri(URI.create(url + path))
                    .header("Authorization", "Bearer " + token)
                    .timeout(Duration.ofSeconds(20))
                    .build();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    long count(String tableAndCondition) {
        try (Connection connection = database.superuser();
                ResultSet count =
                        connection.createStatement().executeQuery("SELECT count(*) FROM search." + tableAndCondition)) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(tableAndCondition, e);
        }
    }

    long indexed(TestNote note) {
        return events.heard(InteractionIndexed.class, note.account()).stream()
                .filter(event -> event.interactionId().equals(note.id()))
                .count();
    }

    @Override
    public void close() {
        context.close();
        events.close();
        Stream.of(contactService, interactionService, embeddingWorker).forEach(StubService::close);
        gateway.close();
    }

    /** A contact of a test. */
    record TestPerson(UUID id, String name) {
        static TestPerson called(String name) {
            return new TestPerson(UUID.randomUUID(), name);
        }
    }

    /** A note of a test. */
    record TestNote(
            UUID account,
            UUID id,
            long version,
            boolean deleted,
            String text,
            LocalDate on,
            String thread,
            List<TestPerson> people,
            String model,
            float[] meaning) {

        static TestNote aNote(UUID account, String text) {
            return new TestNote(
                    account,
                    UUID.randomUUID(),
                    1,
                    false,
                    text,
                    LocalDate.parse("2026-03-04"),
                    null,
                    List.of(),
                    MODEL,
                    null);
        }

        TestNote on(String date) {
            return new TestNote(
                    account, id, version, deleted, text, LocalDate.parse(date), thread, people, model, meaning);
        }

        TestNote with(TestPerson... others) {
            return new TestNote(account, id, version, deleted, text, on, thread, List.of(others), model, meaning);
        }

        TestNote meaning(float... numbers) {
            return new TestNote(account, id, version, deleted, text, on, thread, people, model, numbers);
        }

        TestNote by(String otherModel) {
            return new TestNote(account, id, version, deleted, text, on, thread, people, otherModel, meaning);
        }

        TestNote inThread(String name) {
            return new TestNote(account, id, version, deleted, text, on, name, people, model, meaning);
        }

        TestNote edited(String newText) {
            return new TestNote(account, id, version + 1, false, newText, on, thread, people, model, null);
        }

        TestNote gone() {
            return new TestNote(account, id, version + 1, true, text, on, thread, people, model, null);
        }
    }

    private static String base64(float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            bytes.putFloat(number);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
