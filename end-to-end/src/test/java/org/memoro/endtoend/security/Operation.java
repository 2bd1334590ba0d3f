package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the API.
 *
 * @param body the schema of what is sent; a missing node when nothing is
 * @param answer the schema of the usual answer
 * @param successes the statuses of answers that are no problem
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        JsonNode body,
        Set<String> bodyTypes,
        JsonNode answer,
        Set<Integer> successes) {

    /** In the path, the query or a header. */
    record Parameter(String name, String in, JsonNode schema) {
        boolean isId() {
            return schema.path("format").asString("").equals("uuid");
        }
    }

    static Operation read(String method, String path, JsonNode operation, ApiDescription api) {
        List<Parameter> parameters = new ArrayList<>();
        operation
                .path("parameters")
                .forEach(parameter -> parameters.add(new Parameter(
                        parameter.path("name").asString(),
                        parameter.path("in").asString(),
                        api.resolved(parameter.path("schema")))));
        JsonNode contents = operation.path("requestBody").path("content");
        Set<String> types = new TreeSet<>();
        contents.properties().forEach(content -> types.add(content.getKey()));
        Set<Integer> successes = new TreeSet<>();
        operation.path("responses").properties().forEach(response -> successes.add(Integer.valueOf(response.getKey())));
        JsonNode answers = operation
                .path("responses")
                .path(String.valueOf(successes.iterator().next()))
                .path("content");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                List.copyOf(parameters),
                api.resolved(first(contents).path("schema")),
                types,
                first(answers).path("schema"),
                successes);
    }

    private static JsonNode first(JsonNode contents) {
        return contents.isEmpty()
                ? Call.JSON.missingNode()
                : contents.iterator().next();
    }

    /** Method and path, as api.md writes them. */
    String name() {
        return method + " " + path;
    }

    boolean isWrite() {
        return !method.equals("GET");
    }

    /** Whether its answer has no end. */
    boolean isStream() {
        return path.endsWith("/events");
    }

    /** Whether its answer is no JSON but a file. */
    boolean isFile() {
        return path.endsWith("/export");
    }

    boolean takes(String in, String name) {
        return parameters.stream().anyMatch(p -> p.in().equals(in) && p.name().equals(name));
    }

    /** Every place where an id of the caller's choice can stand. */
    List<IdPlace> idPlaces() {
        List<IdPlace> places = new ArrayList<>();
        parameters.stream()
                .filter(Parameter::isId)
                .forEach(parameter -> places.add(new IdPlace(
                        parameter.in().equals("path") ? IdPlace.Where.PATH : IdPlace.Where.QUERY, parameter.name())));
        body.path("properties").propertyNames().stream().sorted().forEach(member -> {
            if (member.endsWith("Ids")) {
                places.add(new IdPlace(IdPlace.Where.BODY_LIST, member));
            } else if (member.endsWith("Id") && !member.equals("threadId")) { // any text of one's own
                places.add(new IdPlace(IdPlace.Where.BODY, member));
            }
        });
        return places;
    }
}
