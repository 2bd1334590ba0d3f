package org.memoro.endtoend.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends calls as they are, and follows no redirect. */
final class Http {
    /** More than any answer may take; what hangs is a finding. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;

    Http(String url) {
        this.url = url;
    }

    Answer send(Call call, Who who) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + call.target()))
                .timeout(LONGEST)
                .method(
                        call.method(),
                        call.hasBody()
                                ? BodyPublishers.ofString(Call.JSON.writeValueAsString(call.body()))
                                : BodyPublishers.noBody());
        if (call.hasBody()) {
            request.header("Content-Type", call.isPatch() ? "application/merge-patch+json" : "application/json");
        }
        call.headers().forEach(request::setHeader);
        who.introduce(request);
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                boolean endless =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
                // Of a stream only the beginning is read; closing it hangs up.
                return new Answer(
                        answer.statusCode(), answer.headers(), endless ? body.readNBytes(1) : body.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
