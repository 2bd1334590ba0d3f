package org.memoro.endtoend.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody else's web server on this machine: at {@code 127.0.0.1} it is another site than a Memoro at
 * {@code localhost}; at {@code localhost} it is the same site, which sends even strict cookies, on another origin.
 */
final class AttackerSite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    AttackerSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Puts up a page and says its address on another site. */
    String onAnotherSite(String body) {
        return put("127.0.0.1", body);
    }

    /** Puts up a page and says its address on another port of the same host. */
    String onAnotherPort(String body) {
        return put("localhost", body);
    }

    private String put(String host, String body) {
        String path = "/" + numbers.incrementAndGet();
        pages.put(path, "<!doctype html><meta charset=utf-8><title>attacker</title>" + body);
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
