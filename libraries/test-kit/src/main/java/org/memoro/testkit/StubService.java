package org.memoro.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A neighbour that is not under test: answers what it was told, remembers what it was asked, can be slow or gone. */
public final class StubService implements AutoCloseable {
    private final Map<String, Function<RecordedRequest, Answer>> answers = new ConcurrentHashMap<>();
    private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;
    private volatile @Nullable HttpServer server;
    private final int port;

    /** A status, a body, which is JSON unless a header says otherwise, and further headers. */
    public record Answer(int status, String json, Map<String, String> headers) {
        public Answer(int status, String json) {
            this(status, json, Map.of());
        }
    }

    private StubService() {
        HttpServer first = listen(0);
        server = first;
        port = first.getAddress().getPort();
    }

    /** A neighbour on a free port that answers 404 to everything it was not told about. */
    public static StubService start() {
        return new StubService();
    }

    /** Answers this to a method and a path; a path with a query counts for that query only. */
    public void on(String method, String path, int status, String json) {
        answers.put(method + " " + path, request -> new Answer(status, json));
    }

    /** Answers what the function makes of the request. */
    public void on(String method, String path, Function<RecordedRequest, Answer> answer) {
        answers.put(method + " " + path, answer);
    }

    /** Lets every answer wait. */
    public void answerAfter(Duration wait) {
        delay = wait;
    }

    /** Refuses connections until {@link #up}. */
    public void down() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    /** Listens again at the same address. */
    public void up() {
        if (server == null) {
            server = listen(port);
        }
    }

    /** Everything asked so far, oldest first. */
    public List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets answers, requests and the delay. */
    public void reset() {
        answers.clear();
        requests.clear();
        delay = Duration.ZERO;
    }

    /** The base address. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        down();
    }

    private HttpServer listen(int onPort) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 0);
            http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            http.createContext("/", this::answer);
            http.start();
            return http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            RecordedRequest request = record(exchange);
            requests.add(request);
            Thread.sleep(delay);
            Answer answer = answerTo(request);
            byte[] body = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answerTo(RecordedRequest request) {
        String exact = request.method() + " " + request.path() + "?" + request.query();
        Function<RecordedRequest, Answer> answer = answers.get(exact);
        if (answer == null) {
            answer = answers.get(request.method() + " " + request.path());
        }
        return answer == null
                ? new Answer(404, "{\"status\":404,\"code\":\"not-found\",\"title\":\"Not found\"}")
                : answer.apply(request);
    }

    private static RecordedRequest record(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new RecordedRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestURI().getRawQuery(),
                Map.copyOf(exchange.getRequestHeaders()),
                body);
    }
}
