package org.memoro.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.memoro.testkit.StubService;

/** A neighbour that sends server-sent events slowly and for ever, and leaves everything else to another. */
final class StreamingService implements AutoCloseable {
    private final HttpServer server;
    private final StubService rest;
    final AtomicInteger open = new AtomicInteger();
    /** Whether one file never ends. Not told by the count: whoever is still writing would count it back on. */
    volatile boolean flooding;
    /** How much of that file was taken so far. */
    final AtomicLong taken = new AtomicLong();

    StreamingService(StubService rest) {
        this.rest = rest;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::forward);
        server.createContext("/api/v1/interactions/events", this::stream);
        server.createContext("/internal/v1/export/interactions.json", this::flood);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange;
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(rest.url() + exchange.getRequestURI()))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofInputStream(exchange::getRequestBody))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flood(HttpExchange exchange) throws IOException {
        if (!flooding) {
            forward(exchange);
            return;
        }
        exchange.sendResponseHeaders(200, 0);
        byte[] noise = new byte[64 * 1024]; // nothing makes it smaller on the way
        new Random(1).nextBytes(noise);
        try (OutputStream out = exchange.getResponseBody()) {
            while (flooding) {
                out.write(noise);
                taken.addAndGet(noise.length);
            }
        } catch (IOException e) {
            // whoever took it has gone
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        open.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; ; i++) {
                out.write(("id: " + i + "\ndata: tick\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(500);
            }
        } catch (IOException | InterruptedException e) {
            // whoever listened has gone
        } finally {
            open.decrementAndGet();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
