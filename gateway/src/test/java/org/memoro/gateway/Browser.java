package org.memoro.gateway;

import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A browser as far as the gateway can tell: keeps cookies, follows no redirect unasked. */
final class Browser {
    private static final List<HttpClient> PLACES = IntStream.range(0, 100)
            .mapToObj(place -> client(Loopback.address(place)))
            .toList();
    private static final HttpClient PROXY = client(Loopback.PROXY);
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Of an address of its own, so that one test does not use up what another may ask. */
    private final HttpClient http;

    private final URI base;
    /** What the proxy in front says of the client's address. */
    String forwardedFor;

    final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(URI base) {
        this(base, PLACES.get(NEXT.getAndIncrement() % PLACES.size()));
    }

    private Browser(URI base, HttpClient http) {
        this.base = base;
        this.http = http;
    }

    /** Another browser behind the proxy that the gateway trusts. */
    static Browser behindProxy(URI base, String forwardedFor) {
        Browser browser = new Browser(base, PROXY);
        browser.forwardedFor = forwardedFor;
        return browser;
    }

    private static HttpClient client(InetAddress address) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .localAddress(address)
                .build();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (forwardedFor != null) {
            request.setHeader("X-Forwarded-For", forwardedFor);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        HttpCookie cookie = HttpCookie.parse(header).getFirst();
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
