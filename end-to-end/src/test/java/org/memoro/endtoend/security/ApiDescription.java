package org.memoro.endtoend.security;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the running Memoro says about its own API, at {@code /api/v1/openapi.json}. */
final class ApiDescription {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode document;
    private final List<Operation> operations;

    private ApiDescription(JsonNode document) {
        this.document = document;
        this.operations = readOperations();
    }

    /**
     * Reads it.
     *
     * @throws IllegalStateException when a service could not describe itself, so that nothing is left out unseen
     */
    static ApiDescription of(String url, Http http) {
        Answer answer = http.send(
                HttpRequest.newBuilder(URI.create(url + "/api/v1/openapi.json")).build());
        JsonNode document = answer.json();
        String description = document.path("info").path("description").asString("");
        if (answer.status() != 200 || !description.equals("The public API.")) {
            throw new IllegalStateException(
                    "The API's description is not complete: " + answer.status() + " " + description);
        }
        return new ApiDescription(document);
    }

    List<Operation> operations() {
        return operations;
    }

    private List<Operation> readOperations() {
        List<Operation> found = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation ->
                        found.add(Operation.read(operation.getKey(), path.getKey(), operation.getValue(), this))));
        return List.copyOf(found);
    }

    /** The schema itself, where it is only named. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema
                : document.path("components").path("schemas").path(reference.substring(REFERENCE.length()));
    }
}
