package org.memoro.endtoend.security;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Whether JSON is as an OpenAPI schema describes it: types, formats, enumerations and required members.
 *
 * <p>Null is taken anywhere, since the descriptions do not say where it may stand; so are members they do not name.
 */
final class SchemaCheck {
    private final ApiDescription api;
    private final Set<String> wrong;

    SchemaCheck(ApiDescription api, Set<String> wrong) {
        this.api = api;
        this.wrong = wrong;
    }

    void check(JsonNode named, JsonNode value, String place) {
        JsonNode schema = api.resolved(named);
        if (value.isNull()) {
            return;
        }
        switch (schema.path("type").asString("")) {
            case "object" -> object(schema, value, place);
            case "array" -> {
                must(value.isArray(), place, "is no array");
                value.forEach(element -> check(schema.path("items"), element, place + "/*"));
            }
            case "string" -> text(schema, value, place);
            case "integer" -> must(value.isIntegralNumber(), place, "is no whole number");
            case "number" -> must(value.isNumber(), place, "is no number");
            case "boolean" -> must(value.isBoolean(), place, "is neither true nor false");
            default -> {
                // anything
            }
        }
    }

    private void object(JsonNode schema, JsonNode value, String place) {
        must(value.isObject(), place, "is no object");
        schema.path("required")
                .forEach(member -> must(value.has(member.asString()), place + "/" + member.asString(), "is missing"));
        schema.path("properties").properties().forEach(member -> {
            if (value.has(member.getKey())) {
                check(member.getValue(), value.path(member.getKey()), place + "/" + member.getKey());
            }
        });
    }

    private void text(JsonNode schema, JsonNode value, String place) {
        if (!value.isString()) {
            must(false, place, "is no text");
            return;
        }
        String text = value.asString();
        must(
                isOf(schema.path("format").asString(""), text),
                place,
                "is no " + schema.path("format").asString(""));
        boolean listed = schema.path("enum").isEmpty();
        for (JsonNode allowed : schema.path("enum")) {
            listed |= allowed.asString().equals(text);
        }
        must(listed, place, "is none of the words");
    }

    private static boolean isOf(String format, String text) {
        try {
            switch (format) {
                case "uuid" -> UUID.fromString(text);
                case "date" -> LocalDate.parse(text);
                case "date-time" -> Instant.parse(text);
                default -> {
                    // a plain text
                }
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private void must(boolean right, String place, String otherwise) {
        if (!right) {
            wrong.add((place.isEmpty() ? "the answer" : place) + " " + otherwise);
        }
    }
}
