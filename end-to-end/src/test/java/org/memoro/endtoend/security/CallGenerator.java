package org.memoro.endtoend.security;

import static org.memoro.endtoend.security.GeneratedCall.Kind.NEARLY;
import static org.memoro.endtoend.security.GeneratedCall.Kind.VALID;
import static org.memoro.endtoend.security.GeneratedCall.Kind.WILD;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Makes calls of the described operations: right ones, nearly right ones and wild ones. */
final class CallGenerator {
    private static final int LONGEST_TARGET = 15_000;
    private static final List<String> ACCEPTS = List.of(
            "application/json",
            "*/*",
            "text/html",
            "image/png",
            "application/problem+json",
            "application/json;q=0",
            "text/event-stream",
            "x",
            "application/*;level=999999999999",
            ",,,");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/json; boundary",
            "application/vnd.memoro+json",
            "application/octet-stream",
            "x",
            "*/*",
            "application/cbor");
    private static final List<String> IF_MATCHES = List.of(
            "*", "\"999999\"", "W/\"1\"", "1", "\"", "\"1\",\"2\"", "\"99999999999999999999\"", "\"-1\"", "", ",");
    private static final List<String> EVENT_IDS = List.of(
            "0", "-1", "99999999999999999999", "abc", "01a1fd71-6e66-7366-8b33-5d92a99f7fdd", "1:2:3", "*", "..");

    private final List<Operation> operations;
    private final KnownThings known;
    private final RandomGenerator random;
    private final OddValues odd;
    private final RightValues right;

    CallGenerator(List<Operation> operations, KnownThings known, RandomGenerator random) {
        this.operations = operations;
        this.known = known;
        this.random = random;
        this.odd = new OddValues(random);
        this.right = new RightValues(known, random);
    }

    GeneratedCall next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        if (operation.name().equals("DELETE /api/v1/account") && !odd.chance(0.1)) {
            return next(); // else no account lives long enough to have anything
        }
        GeneratedCall.Kind kind =
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> VALID;
                    case 4, 5, 6 -> NEARLY;
                    default -> WILD;
                };
        List<String> headers = headers(operation, kind);
        String body = body(operation, kind);
        if (body != null) {
            boolean wrongType = kind == WILD && odd.chance(0.15);
            if (!(kind == WILD && odd.chance(0.03))) {
                headers.add("Content-Type");
                headers.add(wrongType ? odd.oneOf(TYPES) : odd.oneOf(usualTypes(operation)));
            }
        }
        Charset charset = kind == WILD && odd.chance(0.03)
                ? odd.oneOf(List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1))
                : StandardCharsets.UTF_8;
        return new GeneratedCall(operation, kind, target(operation, kind), headers, body, charset);
    }

    private static List<String> usualTypes(Operation operation) {
        return operation.bodyTypes().isEmpty() ? List.of("application/json") : List.copyOf(operation.bodyTypes());
    }

    private String target(Operation operation, GeneratedCall.Kind kind) {
        String path = operation.path();
        String related = known.any("related", random, "");
        if (path.contains("{relationshipId}") && !related.isEmpty()) {
            path = path.replaceFirst(".*/relationships", related);
        }
        StringBuilder query = new StringBuilder();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.in().equals("path")) {
                String id = kind == WILD && odd.chance(0.4) ? odd.id() : right.id(operation.path(), parameter.name());
                path = path.replace("{" + parameter.name() + "}", segment(id));
            } else if (parameter.in().equals("query") && odd.chance(0.35)) {
                append(query, parameter.name(), value(parameter, kind));
                if (kind == WILD && odd.chance(0.1)) {
                    append(query, parameter.name(), value(parameter, kind));
                }
            }
        }
        if (kind == WILD && odd.chance(0.1)) {
            append(query, odd.text(), odd.text());
        }
        if (kind == WILD && odd.chance(0.01)) {
            append(query, "q", "x".repeat(random.nextInt(12_000)));
        }
        String target = path + query;
        // Longer than the 16 KiB of a request line, it would be no request, which other tests are about.
        return target.length() > LONGEST_TARGET ? path : target;
    }

    /** An empty segment or one of dots would be another path. */
    private static String segment(String id) {
        String encoded = Call.encoded(id);
        return encoded.isEmpty() || encoded.matches("\\.+") ? "%2E" : encoded;
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(Call.encoded(name))
                .append('=')
                .append(Call.encoded(value));
    }

    private String value(Operation.Parameter parameter, GeneratedCall.Kind kind) {
        boolean wrong = kind == WILD || (kind == NEARLY && odd.chance(0.3));
        if (!wrong) {
            return right.parameter(parameter.name());
        }
        return switch (parameter.schema().path("format").asString(parameter.name())) {
            case "uuid" -> odd.id();
            case "date" -> odd.date();
            case "int32" -> odd.number();
            case "cursor" -> cursor();
            default -> odd.text();
        };
    }

    /** Our own form with other contents is what finds mistakes; anything else is refused at once. */
    private String cursor() {
        if (odd.chance(0.2)) {
            return odd.text();
        }
        List<String> keys = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            keys.add(
                    switch (random.nextInt(4)) {
                        case 0 -> odd.date();
                        case 1 -> odd.instant();
                        case 2 -> odd.id();
                        default -> odd.number();
                    });
        }
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Call.JSON.writeValueAsString(keys).getBytes(StandardCharsets.UTF_8));
    }

    private List<String> headers(Operation operation, GeneratedCall.Kind kind) {
        List<String> headers = new ArrayList<>();
        if (operation.takes("header", "If-Match") && odd.chance(0.3)) {
            add(headers, "If-Match", kind == VALID ? known.any("etag", random, "*") : odd.oneOf(IF_MATCHES));
        }
        if (operation.method().equals("POST") && odd.chance(0.2)) {
            add(headers, "Idempotency-Key", idempotencyKey(kind));
        }
        if (operation.path().endsWith("/events") && odd.chance(0.5)) {
            add(headers, "Last-Event-ID", odd.oneOf(EVENT_IDS));
        }
        if (kind == WILD) {
            if (odd.chance(0.1)) {
                add(headers, "Accept", odd.oneOf(ACCEPTS));
            }
            if (odd.chance(0.03)) {
                add(headers, "X-HTTP-Method-Override", "DELETE");
            }
            if (odd.chance(0.03)) {
                add(headers, "X-Request-Id", visible(odd.text()));
            }
            if (odd.chance(0.02)) {
                add(headers, "Content-Encoding", "gzip");
            }
            if (odd.chance(0.02)) {
                add(headers, "Accept-Language", visible(odd.text()));
            }
            if (odd.chance(0.02)) {
                add(headers, "Range", "bytes=0-1,5-2,-9");
            }
            if (odd.chance(0.02)) {
                add(headers, "If-None-Match", "*");
            }
        }
        return headers;
    }

    private String idempotencyKey(GeneratedCall.Kind kind) {
        return switch (random.nextInt(4)) {
            case 0 -> "key-" + random.nextInt(5);
            case 1 -> kind == WILD ? "k".repeat(1 + random.nextInt(300)) : "again-" + random.nextInt(50);
            case 2 -> kind == WILD ? visible(odd.text()) : UUID.randomUUID().toString();
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private static void add(List<String> headers, String name, String value) {
        headers.add(name);
        headers.add(value);
    }

    /** What a client can send as a header at all. */
    private static String visible(String text) {
        String visible = text.replaceAll("[^\\x20-\\x7E]", "?");
        return visible.substring(0, Math.min(visible.length(), 500));
    }

    private String body(Operation operation, GeneratedCall.Kind kind) {
        if (operation.bodyTypes().isEmpty()) {
            return kind == WILD && odd.chance(0.1) ? odd.json(2).toString() : null;
        }
        ObjectNode fields = right.body(operation);
        if (kind == VALID) {
            return fields.toString();
        }
        if (kind == NEARLY || odd.chance(0.5)) {
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                spoil(fields, operation);
            }
            return fields.toString();
        }
        if (odd.chance(0.003)) {
            return "{\"notes\":\"" + "x".repeat(1_048_000 + random.nextInt(2_000)) + "\"}";
        }
        return odd.chance(0.6) ? odd.brokenJson(fields.toString()) : odd.json(4).toString();
    }

    private void spoil(ObjectNode fields, Operation operation) {
        List<String> members =
                new ArrayList<>(operation.body().path("properties").propertyNames());
        members.addAll(List.of("id", "userId", "version", "createdAt", "deletedAt", ""));
        String member = odd.oneOf(members);
        switch (random.nextInt(8)) {
            case 0 -> fields.remove(member);
            case 1 -> fields.putNull(member);
            case 2 -> fields.put(member, odd.instant());
            case 3 -> fields.put(member, odd.date());
            case 4 -> fields.put(member, odd.id());
            case 5 -> fields.set(member, odd.json(3));
            default -> fields.put(member, odd.text());
        }
    }
}
