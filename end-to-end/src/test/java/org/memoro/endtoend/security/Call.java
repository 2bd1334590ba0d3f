package org.memoro.endtoend.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One valid call of an operation, whose ids can be changed one place at a time.
 *
 * @param template the path with its parameters in braces
 * @param body empty when there is none
 */
record Call(
        String method,
        String template,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        ObjectNode body) {
    static final JsonMapper JSON = new JsonMapper();

    static Call of(String operation) {
        String[] words = operation.split(" ", 2);
        return new Call(words[0], words[1], Map.of(), Map.of(), Map.of(), JSON.createObjectNode());
    }

    Call at(String parameter, String value) {
        return new Call(method, template, plus(path, parameter, value), query, headers, body);
    }

    Call asking(String parameter, String value) {
        return new Call(method, template, path, plus(query, parameter, value), headers, body);
    }

    Call header(String header, String value) {
        return new Call(method, template, path, query, plus(headers, header, value), body);
    }

    Call with(String member, String value) {
        ObjectNode changed = body.deepCopy();
        changed.put(member, value);
        return new Call(method, template, path, query, headers, changed);
    }

    Call with(String member, JsonNode value) {
        ObjectNode changed = body.deepCopy();
        changed.set(member, value);
        return new Call(method, template, path, query, headers, changed);
    }

    /** The same with another id in one place; a list keeps what it has, so that one foreign id hides among own ones. */
    Call with(IdPlace place, String id) {
        return switch (place.where()) {
            case PATH -> at(place.name(), id);
            case QUERY -> asking(place.name(), id);
            case BODY -> with(place.name(), id);
            case BODY_LIST -> {
                ArrayNode ids =
                        body.path(place.name()) instanceof ArrayNode own ? own.deepCopy() : JSON.createArrayNode();
                yield with(place.name(), ids.add(id));
            }
        };
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    boolean isPatch() {
        return method.equals("PATCH");
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    /** Path and query as they stand in a request. */
    String target() {
        String filled = template;
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", encoded(parameter.getValue()));
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("No value for a parameter of " + filled);
        }
        return query.isEmpty()
                ? filled
                : filled
                        + query.entrySet().stream()
                                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> plus(Map<String, String> all, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(all);
        more.put(name, value);
        return more;
    }
}
