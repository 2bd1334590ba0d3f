package org.memoro.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider that speaks the protocol of OpenRouter and OpenAI, with every fault it is known for. */
final class ProviderStub implements AutoCloseable {
    static final String CHAT = "/chat/completions";
    static final String EMBEDDINGS = "/embeddings";
    static final int DIMENSIONS = 8;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ANSWER = """
            {"schema_version":"1","interaction_date":null,"place":null,"people":[{"mention":"Zelda Quimby",
            "first_name":"Zelda","last_name":"Quimby","role":"participant",
            "contact_match":{"status":"new","contact_id":null,"candidate_ids":[]},"relation":null,"family_members":[],
            "birthday":null,"location":null,"news":null,"facts":[],
            "evidence":{"quote":"Zelda Quimby","start":null,"end":null},"confidence":0.9,"needs_confirmation":true}]}""";

    private final HttpServer server;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    /** How an endpoint misbehaves. */
    interface Fault {
        void answer(HttpExchange exchange) throws IOException;

        static Fault status(int status, Map<String, String> headers, String body) {
            return exchange -> {
                headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
                send(exchange, status, body);
            };
        }

        static Fault errorInside200() {
            return exchange -> send(exchange, 200, "{\"error\":{\"code\":502,\"message\":\"upstream failed\"}}");
        }

        /** Begins an answer and never ends it, one byte at a time. */
        static Fault drip() {
            return exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                try (OutputStream body = exchange.getResponseBody()) {
                    for (int i = 0; i < 600; i++) {
                        body.write(' ');
                        body.flush();
                        pause(100);
                    }
                }
            };
        }

        /** Takes the request and says nothing. */
        static Fault hang() {
            return exchange -> pause(60_000);
        }

        /** Breaks the connection off in the middle of an answer. */
        static Fault reset() {
            return exchange -> {
                exchange.sendResponseHeaders(200, 1_000);
                exchange.getResponseBody().write('{');
                exchange.close();
            };
        }

        /** Answers with more than anybody asks for. */
        static Fault flood() {
            return exchange -> send(exchange, 200, " ".repeat(9 * 1024 * 1024));
        }

        /** A chat completion that ended in this way, with this text. */
        static Fault completion(String finishReason, String content) {
            return status(200, Map.of(), """
                    {"id":"gen-2","model":"test/extractor","choices":[{"index":0,"finish_reason":"%s",
                    "message":{"role":"assistant","content":%s}}],
                    "usage":{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"cost":0.001}}""".formatted(finishReason, JSON.writeValueAsString(content)));
        }

        private static void pause(long millis) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** A request as it came in. */
    record Asked(String path, JsonNode body, Map<String, List<String>> headers) {}

    private ProviderStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1" + CHAT, exchange -> handle(CHAT, exchange));
        server.createContext("/v1" + EMBEDDINGS, exchange -> handle(EMBEDDINGS, exchange));
        server.start();
    }

    static ProviderStub start() {
        return new ProviderStub();
    }

    /** The settings that make a service use this provider, as command-line arguments. */
    String[] args() {
        return new String[] {
            "--memoro.ai.base-url=http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
            "--memoro.ai.api-key=test-key",
            "--memoro.ai.extraction-model=test/extractor",
            "--memoro.ai.embedding-model=test/embedder",
            "--memoro.ai.open-router=true"
        };
    }

    void fails(String path, Fault fault) {
        faults.put(path, fault);
    }

    void recovers() {
        faults.clear();
    }

    /** Forgets what it was asked. */
    void forgets() {
        asked.clear();
    }

    List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path.equals(path)).toList();
    }

    /** What was asked with this text in it. */
    List<Asked> asked(String path, String text) {
        return asked(path).stream()
                .filter(request -> request.body.toString().contains(text))
                .toList();
    }

    /** Every byte of every request, as text. */
    String everythingAsked() {
        return asked.toString();
    }

    /** The names of all headers that came in. */
    List<String> headers() {
        return asked.stream()
                .flatMap(request -> request.headers.keySet().stream())
                .distinct()
                .toList();
    }

    private void handle(String path, HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.add(new Asked(path, body, Map.copyOf(exchange.getRequestHeaders())));
            Fault fault = faults.get(path);
            if (fault != null) {
                fault.answer(exchange);
            } else {
                send(exchange, 200, path.equals(CHAT) ? chat() : embeddings(body));
            }
        }
    }

    private static String chat() {
        return """
                {"id":"gen-1","model":"test/extractor","choices":[{"index":0,"finish_reason":"stop",
                "message":{"role":"assistant","content":%s}}],
                "usage":{"prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"cost":0.001}}""".formatted(JSON.writeValueAsString(ANSWER));
    }

    private static String embeddings(JsonNode request) {
        List<JsonNode> inputs = request.path("input").isArray()
                ? request.path("input").valueStream().toList()
                : List.of(request.path("input"));
        String data = inputs.stream()
                .map(input -> "{\"object\":\"embedding\",\"index\":" + inputs.indexOf(input) + ",\"embedding\":"
                        + vector(input.asString()) + "}")
                .collect(Collectors.joining(","));
        return "{\"object\":\"list\",\"model\":\"test/embedder\",\"data\":[" + data
                + "],\"usage\":{\"prompt_tokens\":10,\"total_tokens\":10,\"cost\":0.00001}}";
    }

    /** Equal for equal texts, different for different ones. */
    private static String vector(String text) {
        return new Random(text.hashCode())
                .doubles(DIMENSIONS, -1, 1)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
