package org.memoro.endtoend.security;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What an account's earlier answers named: ids, entity tags and cursors, so that later calls are about real things. */
final class KnownThings {
    private static final int MOST = 40;

    private final Map<String, Queue<String>> things = new ConcurrentHashMap<>();

    /** Remembers what a successful answer names. */
    void learn(Operation operation, String path, Answer answer) {
        String etag = answer.header("ETag");
        if (!etag.isEmpty()) {
            keep("etag", etag);
        }
        if (!answer.header("Content-Type").startsWith("application/json")) {
            return;
        }
        JsonNode body = answer.json();
        keep("cursor", body.path("nextCursor").asString(""));
        keep("mergeId", body.path("mergeId").asString(""));
        String kind = kindOf(operation.path());
        keep(kind, body.path("id").asString(""));
        body.path("items").forEach(item -> {
            if (!kind.equals("search")) {
                keep(kind, item.path("id").asString(""));
            }
        });
        if (kind.equals("relationshipId")) {
            keep("related", path); // a relationship is found under its contact only
        }
    }

    /** What the ids of this part of the API are of. */
    static String kindOf(String path) {
        if (path.contains("/relationships")) {
            return "relationshipId";
        }
        for (String kind :
                new String[] {"contacts", "interactions", "facts", "merges", "tokens", "sessions", "audit"}) {
            if (path.contains("/" + kind)) {
                return kind;
            }
        }
        return "search";
    }

    void keep(String kind, String value) {
        if (!value.isEmpty()) {
            Queue<String> known = things.computeIfAbsent(kind, key -> new ConcurrentLinkedQueue<>());
            known.add(value);
            if (known.size() > MOST) {
                known.poll();
            }
        }
    }

    /** One that was named, or the other when none was. */
    String any(String kind, RandomGenerator random, String otherwise) {
        String[] known =
                things.getOrDefault(kind, new ConcurrentLinkedQueue<>()).toArray(String[]::new);
        return known.length == 0 ? otherwise : known[random.nextInt(known.length)];
    }
}
