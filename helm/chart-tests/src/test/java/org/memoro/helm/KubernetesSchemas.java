package org.memoro.helm;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Kubernetes and its operators take, from a folder with {@code openapi-<version>-swagger.json.gz} and
 * {@code crds/<group>/<kind>_<version>.json}; strict, as the API server is with {@code fieldValidation=Strict}.
 */
final class KubernetesSchemas {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private final Path folder;
    private final ObjectNode definitions;
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    private KubernetesSchemas(Path folder) {
        this.folder = folder;
        this.definitions = (ObjectNode) openApi(folder).path("definitions");
        definitions.properties().forEach(entry -> {
            for (JsonNode kind : entry.getValue().path("x-kubernetes-group-version-kind")) {
                String group = kind.path("group").asString();
                String version = (group.isEmpty() ? "" : group + "/")
                        + kind.path("version").asString();
                definitionOf.put(version + " " + kind.path("kind").asString(), entry.getKey());
            }
            tighten(entry.getValue());
        });
    }

    /** The folder that the system property or the environment names, if there is one. */
    static Optional<KubernetesSchemas> named() {
        String named = System.getProperty("memoro.kubernetes.schemas", System.getenv("MEMORO_KUBERNETES_SCHEMAS"));
        return named == null || named.isBlank() ? Optional.empty() : Optional.of(new KubernetesSchemas(Path.of(named)));
    }

    /** What is wrong with a manifest, one line each. */
    List<String> faultsOf(JsonNode manifest) {
        return known.computeIfAbsent(kindOf(manifest), kind -> load(manifest)).validate(manifest).stream()
                .map(error -> Manifests.label(manifest) + " " + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String kindOf(JsonNode manifest) {
        return manifest.path("apiVersion").asString() + " "
                + manifest.path("kind").asString();
    }

    private Schema load(JsonNode manifest) {
        String definition = definitionOf.get(kindOf(manifest));
        if (definition != null) {
            ObjectNode root = JSON.createObjectNode().put("$ref", "#/definitions/" + definition);
            root.set("definitions", definitions);
            return REGISTRY.getSchema(root);
        }
        String[] version = manifest.path("apiVersion").asString().split("/", 2);
        Path file = folder.resolve("crds")
                .resolve(version[0])
                .resolve(manifest.path("kind").asString().toLowerCase(Locale.ROOT) + "_" + version[version.length - 1]
                        + ".json");
        JsonNode schema = read(file);
        tighten(schema);
        // Everything that is stored has this, so operators do not say what is in it.
        ((ObjectNode) schema.path("properties"))
                .set("metadata", JSON.createObjectNode().put("type", "object"));
        return REGISTRY.getSchema(schema);
    }

    private static JsonNode openApi(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Path newest = files.filter(file -> file.getFileName().toString().matches("openapi-.*-swagger\\.json\\.gz"))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow(() -> new IllegalStateException("no openapi-<version>-swagger.json.gz in " + folder));
            try (InputStream compressed = new GZIPInputStream(Files.newInputStream(newest))) {
                return JSON.readTree(compressed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no schema for this kind", e);
        }
    }

    /** Published schemas let unknown keys pass, and call quantities and ports strings. */
    private static void tighten(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            String type = object.path("type").asString("");
            boolean isNumberToo = object.path("format").asString("").equals("int-or-string")
                    || object.path("description").asString("").startsWith("Quantity is");
            if (type.equals("string") && isNumberToo) {
                object.remove("type");
            }
            if (object.path("properties").isObject()
                    && !object.has("additionalProperties")
                    && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean(false)) {
                object.put("additionalProperties", false);
            }
            // Words of Kubernetes' own, which say nothing that can be checked here.
            List.copyOf(object.propertyNames()).stream()
                    .filter(name -> name.startsWith("x-kubernetes-"))
                    .forEach(object::remove);
        }
        schema.forEach(KubernetesSchemas::tighten);
    }
}
