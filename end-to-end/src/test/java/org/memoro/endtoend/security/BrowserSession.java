package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as far as a server can tell: keeps cookies and goes where it is sent. */
final class BrowserSession {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI base;
    private final String userAgent;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String csrf = "";

    BrowserSession(String url) {
        this(url, "A browser of the security tests");
    }

    /** A browser that calls itself so. */
    BrowserSession(String url, String userAgent) {
        this.base = URI.create(url);
        this.userAgent = userAgent;
    }

    /** Walks through the built-in sign-in, every redirect of it, to the first page. */
    void signIn() {
        signIn("local");
    }

    /** The same with another provider. */
    void signIn(String provider) {
        URI place = base.resolve("/oauth2/authorization/" + provider);
        for (int step = 0; step < MOST_REDIRECTS; step++) {
            HttpResponse<String> answer = visit(place);
            if (answer.statusCode() == 200) {
                csrf = csrfOf(answer.body());
                return;
            }
            place = place.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("The sign-in answered " + answer.statusCode())));
        }
        throw new IllegalStateException("The sign-in leads nowhere: " + place);
    }

    /** Goes the same way, but stops before the address that begins so; says it. */
    URI signInUpTo(String path) {
        URI place = base.resolve("/oauth2/authorization/local");
        for (int step = 0; step < MOST_REDIRECTS && !place.getPath().startsWith(path); step++) {
            place = place.resolve(visit(place).headers().firstValue("Location").orElseThrow());
        }
        return place;
    }

    private HttpResponse<String> visit(URI place) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place)
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/html")
                .header("User-Agent", userAgent)
                .header("Sec-Fetch-Site", "same-origin");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private static String csrfOf(String page) {
        Matcher found = CSRF.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The first page has no form");
        }
        return found.group(1);
    }

    /** What it sends as {@code Cookie}. */
    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Name and value of each of its cookies. */
    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** What its pages send along with every change, as {@code X-CSRF-Token} or {@code _csrf}. */
    String csrf() {
        return csrf;
    }
}
