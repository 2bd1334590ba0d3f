package org.memoro.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One account's use of the public API, as a person's script would use it. */
public final class MemoroApi {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;
    private final String token;

    /**
     * @param url of the gateway, without a slash at its end
     * @param token a personal access token
     */
    public MemoroApi(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Sets the account's zone (IANA). */
    public void useTimeZone(String zone) {
        call("PATCH", "/api/v1/account", object().put("timeZone", zone));
    }

    /** Adds a contact and says its id. */
    public String addContact(ObjectNode contact) {
        return call("POST", "/api/v1/contacts", contact).path("id").asString();
    }

    /** Writes a note and says its id. */
    public String writeNote(ObjectNode note) {
        return call("POST", "/api/v1/interactions", note).path("id").asString();
    }

    /** What was read out of a note, in the extraction schema. */
    public JsonNode enrichment(String interactionId) {
        return call("GET", "/api/v1/interactions/" + interactionId + "/enrichment", null);
    }

    /** One note as it is now. */
    public JsonNode note(String interactionId) {
        return call("GET", "/api/v1/interactions/" + interactionId, null);
    }

    /** The answer of the search. */
    public JsonNode search(String words, int limit) {
        return search(words, "hybrid", limit);
    }

    /** Notes that answer a question, found in one of the modes of the API. */
    public JsonNode search(String words, String mode, int limit) {
        return call(
                "GET",
                "/api/v1/search?type=interaction&mode=" + mode + "&limit=" + limit + "&q=" + encoded(words),
                null);
    }

    /** Takes the account's whole export, keeps nothing of it, and says how many bytes it had. */
    public long export() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/account/export"))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream zip = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException("The export was answered " + answer.statusCode());
                }
                return zip.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The export broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Any other call; the answer's body, which is empty when there is none. */
    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    /**
     * Waits until every one of the account's notes was understood and can be found.
     *
     * @throws IllegalStateException when that takes longer than {@code atMost}
     */
    public void awaitUnderstood(Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        Set<String> waiting = unsettled();
        while (!waiting.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException(waiting.size() + " notes were not understood within " + atMost);
            }
            pause(Duration.ofMillis(250));
            waiting.removeIf(id -> isSettled(note(id)));
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Waits, as between two questions. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Set<String> unsettled() {
        Set<String> found = new LinkedHashSet<>();
        String cursor = "";
        do {
            JsonNode page = call("GET", "/api/v1/interactions?limit=200&cursor=" + encoded(cursor), null);
            for (JsonNode note : page.path("items")) {
                if (!isSettled(note)) {
                    found.add(note.path("id").asString());
                }
            }
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        return found;
    }

    private static boolean isSettled(JsonNode note) {
        JsonNode enrichment = note.path("enrichment");
        return enrichment.path("searchable").asBoolean()
                && !enrichment.path("state").asString().equals("pending");
    }

    private JsonNode call(String method, String path, @org.jspecify.annotations.Nullable JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .header(
                            "Content-Type",
                            method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body().isEmpty() ? object() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
