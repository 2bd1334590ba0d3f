package org.memoro.languagemodels.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model provider that speaks the documented protocol, faults included, and remembers what it was sent. */
final class StubProvider implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Function<JsonNode, Answer> otherwise = request -> Answer.of(500, "{}");

    final List<Request> requests = new CopyOnWriteArrayList<>();

    StubProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Everything that came over the line. */
    record Request(String method, URI uri, Map<String, List<String>> headers, byte[] bytes) {

        String path() {
            return uri.getPath();
        }

        JsonNode body() {
            return JSON.readTree(bytes);
        }

        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.getFirst();
        }
    }

    /** What to answer; {@code drip} is the pause between single bytes, {@code delay} the silence before the headers. */
    record Answer(int status, Map<String, String> headers, String body, Duration delay, Duration drip) {

        /** The status that stands for no answer: the connection is broken off in the middle of one. */
        static final int RESET = 0;

        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body, Duration.ZERO, Duration.ZERO);
        }

        static Answer reset() {
            return of(RESET, "");
        }

        Answer header(String name, String value) {
            return new Answer(status, Map.of(name, value), body, delay, drip);
        }

        Answer after(Duration silence) {
            return new Answer(status, headers, body, silence, drip);
        }

        Answer dripping(Duration pause) {
            return new Answer(status, headers, body, delay, pause);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
    }

    StubProvider next(Answer... scripted) {
        answers.addAll(List.of(scripted));
        return this;
    }

    StubProvider otherwise(Function<JsonNode, Answer> function) {
        otherwise = function;
        return this;
    }

    /** A chat completion whose message is this text. */
    static Answer completion(String content) {
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", "gen-1").put("model", "stub/model");
        ObjectNode choice = answer.putArray("choices").addObject();
        choice.put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content);
        answer.putObject("usage")
                .put("prompt_tokens", 900)
                .put("completion_tokens", 100)
                .put("cost", 0.0012);
        return Answer.of(200, JSON.writeValueAsString(answer));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
            requests.add(request);
            Answer answer;
            synchronized (answers) {
                answer = answers.isEmpty() ? null : answers.poll();
            }
            send(exchange, answer == null ? otherwise.apply(request.body()) : answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException, InterruptedException {
        Thread.sleep(answer.delay());
        if (answer.status() == Answer.RESET) {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.close(); // a thousand bytes were promised
            return;
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.drip().isZero()) {
                out.write(bytes);
                return;
            }
            for (byte each : bytes) {
                out.write(each);
                out.flush();
                Thread.sleep(answer.drip());
            }
        }
    }
}
