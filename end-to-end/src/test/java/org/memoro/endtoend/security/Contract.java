package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What api.md promises of every answer, whatever was asked. */
final class Contract {
    private static final Set<Integer> PROBLEMS =
            Set.of(400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 415, 421, 422, 429);
    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "code", "requestId", "errors");
    /** Two hundred notes of the longest kind, in the widest of letters. */
    private static final int LARGEST = 24 * 1024 * 1024;
    /** What only our own code and its tools would say. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+(\\.\\w+)+\\(|org\\.|java\\.|io\\.r2dbc|reactor|jackson|SQLSTATE|\\bSELECT\\b|"
                    + "syntax error|relation \"|constraint|Caused by|NullPointer|\\$\\$|@[0-9a-f]{6,}");

    private final ApiDescription api;

    Contract(ApiDescription api) {
        this.api = api;
    }

    /**
     * Everything that is wrong with an answer; nothing for a good one.
     *
     * @param repeatable whether it may be the answer to an earlier request, by {@code Idempotency-Key}
     */
    List<String> breaches(Operation operation, Answer answer, boolean repeatable) {
        List<String> breaches = new ArrayList<>();
        if (isNoRequest(answer)) {
            return breaches;
        }
        if (answer.header("X-Request-Id").isEmpty()) {
            breaches.add("no X-Request-Id");
        }
        if (answer.bytes().length > LARGEST) {
            breaches.add("too many bytes");
        }
        if (answer.status() >= 500 && !answer.code().equals("dependency-unavailable")) {
            breaches.add("a fault of ours: " + answer.status() + " " + answer.code());
        }
        if (answer.status() >= 400) {
            problem(answer, breaches, repeatable);
        } else if (answer.status() == 308) {
            if (answer.header("Location").isEmpty()) {
                breaches.add("308 without a Location");
            }
        } else {
            success(operation, answer, breaches);
        }
        return breaches;
    }

    /** A head over the limits is refused before it is a request, without a word, and the connection ends. */
    private static boolean isNoRequest(Answer answer) {
        return (answer.status() == 414 || answer.status() == 431)
                && answer.bytes().length == 0
                && answer.header("Connection").equals("close");
    }

    private static void problem(Answer answer, List<String> breaches, boolean repeatable) {
        if (answer.status() < 500 && !PROBLEMS.contains(answer.status())) {
            breaches.add("no status of ours: " + answer.status());
        }
        if (!answer.header("Content-Type").equals("application/problem+json")) {
            breaches.add("a problem as '" + answer.header("Content-Type") + "', status " + answer.status());
            return;
        }
        JsonNode body = answer.json();
        String code = answer.code();
        if (code.isEmpty()
                || !body.path("type").asString("").endsWith("/" + code)
                || body.path("title").asString("").isEmpty()
                || body.path("detail").asString("").isEmpty()
                || body.path("status").asInt(0) != answer.status()
                || body.path("requestId").asString("").isEmpty()
                // The first answer again is the first answer, with its id.
                || !(repeatable || body.path("requestId").asString("").equals(answer.header("X-Request-Id")))
                || !MEMBERS.containsAll(body.propertyNames())) {
            breaches.add("not the members of a problem: " + body);
        }
        body.path("errors").forEach(error -> {
            if (!error.path("pointer").isString()
                    || error.path("detail").asString("").isEmpty()) {
                breaches.add("an error without pointer or detail: " + error);
            }
        });
        if (answer.status() == 422
                && code.equals("validation-failed")
                && body.path("errors").isEmpty()) {
            breaches.add("validation failed, but nothing is named");
        }
        if ((answer.status() == 429 || answer.status() == 503)
                && answer.header("Retry-After").isEmpty()) {
            breaches.add(answer.status() + " without Retry-After");
        }
        if (INSIDE.matcher(body.path("detail").asString("") + body.path("title").asString(""))
                .find()) {
            breaches.add("shows the inside: " + body);
        }
    }

    private void success(Operation operation, Answer answer, List<String> breaches) {
        if (!operation.successes().contains(answer.status())) {
            breaches.add("answers " + answer.status() + ", describes " + operation.successes());
        }
        if (answer.status() == 204 || operation.answer().isMissingNode()) {
            if (answer.status() == 204 && answer.bytes().length > 0) {
                breaches.add("204 with a body");
            }
            return;
        }
        String type = answer.header("Content-Type");
        if (operation.isStream()) {
            if (!type.startsWith("text/event-stream")) {
                breaches.add("a stream as '" + type + "'");
            }
            return;
        }
        if (operation.isFile()) {
            if (!type.equals("application/zip")) {
                breaches.add("a file as '" + type + "'");
            }
            return;
        }
        if (!type.equals("application/json")) {
            breaches.add("JSON as '" + type + "'");
            return;
        }
        try {
            Set<String> wrong = new TreeSet<>();
            new SchemaCheck(api, wrong).check(operation.answer(), Call.JSON.readTree(answer.bytes()), "");
            wrong.forEach(place -> breaches.add("not as described: " + place));
        } catch (JacksonException e) {
            breaches.add("no JSON: " + e.getOriginalMessage());
        }
    }
}
