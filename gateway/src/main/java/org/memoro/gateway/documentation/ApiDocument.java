package org.memoro.gateway.documentation;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI 3.1 document that takes others in; two schemas of one name and different content keep both meanings. */
final class ApiDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ObjectNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    /** Takes the public paths of a service, each operation tagged with the service's name. */
    void add(String service, JsonNode description) {
        Map<String, String> renamed = new TreeMap<>();
        description.path("components").path("schemas").properties().forEach(schema -> {
            JsonNode known = schemas.get(schema.getKey());
            if (known != null && !known.equals(schema.getValue())) {
                renamed.put(schema.getKey(), schema.getKey() + "_" + service);
            }
        });
        description
                .path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schemas.put(
                        renamed.getOrDefault(schema.getKey(), schema.getKey()), renamedIn(schema.getValue(), renamed)));
        description.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/"))
                .forEach(path -> addPath(service, path.getKey(), renamedIn(path.getValue(), renamed)));
    }

    private void addPath(String service, String path, JsonNode operations) {
        ObjectNode all = paths.computeIfAbsent(path, missing -> JSON.objectNode());
        operations.properties().forEach(operation -> {
            JsonNode copy = operation.getValue().deepCopy();
            if (copy instanceof ObjectNode object && object.has("responses")) {
                object.putArray("tags").add(service);
                object.put("operationId", operation.getKey() + path.replaceAll("[^A-Za-z0-9]+", "_"));
            }
            all.set(operation.getKey(), copy);
        });
    }

    private static JsonNode renamedIn(JsonNode node, Map<String, String> renamed) {
        if (renamed.isEmpty()) {
            return node;
        }
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.objectNode();
                object.properties()
                        .forEach(member -> copy.set(
                                member.getKey(),
                                member.getKey().equals("$ref")
                                        ? reference(member.getValue(), renamed)
                                        : renamedIn(member.getValue(), renamed)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JSON.arrayNode();
                array.forEach(element -> copy.add(renamedIn(element, renamed)));
                yield copy;
            }
            default -> node;
        };
    }

    private static JsonNode reference(JsonNode reference, Map<String, String> renamed) {
        String target = reference.asString();
        String name = target.substring(target.lastIndexOf('/') + 1);
        return target.startsWith(REFERENCE) && renamed.containsKey(name)
                ? JSON.stringNode(REFERENCE + renamed.get(name))
                : reference;
    }

    ObjectNode finished(boolean complete) {
        ObjectNode document = JSON.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Memoro")
                .put("version", "1")
                .put(
                        "description",
                        complete ? "The public API." : "The public API; a part of it cannot be described right now.");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("token");
        ObjectNode all = document.putObject("paths");
        paths.forEach(all::set);
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "A personal access token, mem_…");
        ObjectNode named = components.putObject("schemas");
        schemas.forEach(named::set);
        return document;
    }
}
