package org.memoro.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of Memoro's public API that the sample year needs, as anybody's script would make them. */
final class PublicApi {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final String url;
    private final String token;

    PublicApi(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** An answer that the sample year cannot go on with. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    ZoneId timeZone() {
        return ZoneId.of(get("/api/v1/account").path("timeZone").asString("UTC"));
    }

    /** The thread ids of all notes of the account. */
    Set<String> threads() {
        Set<String> threads = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/v1/interactions?limit=200" + cursor);
            page.path("items").forEach(note -> threads.add(note.path("threadId").asString("")));
            JsonNode next = page.path("nextCursor");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return threads;
    }

    void recordNote(String key, String text, Instant writtenAt) {
        String body =
                json.writeValueAsString(Map.of("notes", text, "writtenAt", writtenAt.toString(), "threadId", key));
        HttpResponse<String> answer = send(request("/api/v1/interactions")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        // 409: written before with another date and deleted since; its owner did not want it.
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw refused(answer);
        }
    }

    /** How many of the newest notes still wait to be understood. */
    long pending() {
        long pending = 0;
        for (JsonNode note : get("/api/v1/interactions?limit=200").path("items")) {
            pending += "pending".equals(note.path("enrichment").path("state").asString("")) ? 1 : 0;
        }
        return pending;
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET());
        if (answer.statusCode() != 200) {
            throw refused(answer);
        }
        return json.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refused("Memoro did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static Refused refused(HttpResponse<String> answer) {
        return new Refused("Memoro answered " + answer.statusCode() + ": " + answer.body());
    }
}
