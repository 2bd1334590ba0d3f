package org.memoro.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chart rendered to. */
record Manifests(List<JsonNode> all) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Refuses a key that stands twice, which YAML readers resolve differently. */
    static Manifests parse(String yaml) {
        return new Manifests(StreamSupport.stream(strict().loadAll(yaml).spliterator(), false)
                .filter(document -> document != null)
                .map(document -> (JsonNode) JSON.valueToTree(document))
                .toList());
    }

    /** One document. */
    static JsonNode read(String yaml) {
        return JSON.valueToTree(strict().load(yaml));
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(manifest -> manifest.path("kind").asString().equals(kind));
    }

    JsonNode one(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> name(manifest).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " among " + names()));
    }

    /** The services' Deployments by component, such as {@code contact-service}. */
    Map<String, JsonNode> deployments() {
        Map<String, JsonNode> deployments = new LinkedHashMap<>();
        ofKind("Deployment").forEach(deployment -> deployments.put(component(deployment), deployment));
        return deployments;
    }

    /** Every pod there will be, by the manifest that makes it. */
    Map<String, JsonNode> pods() {
        Map<String, JsonNode> pods = new LinkedHashMap<>();
        for (JsonNode manifest : all) {
            JsonNode template = manifest.at("/spec/template");
            if (manifest.path("kind").asString().equals("Pod")) {
                pods.put(label(manifest), manifest);
            } else if (template.has("spec")) {
                pods.put(label(manifest), template);
            }
        }
        return pods;
    }

    List<String> names() {
        return all.stream().map(Manifests::label).toList();
    }

    static String label(JsonNode manifest) {
        return manifest.path("kind").asString() + " " + name(manifest);
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asString();
    }

    static String component(JsonNode manifest) {
        return manifest.at("/metadata/labels/app.kubernetes.io~1component").asString();
    }

    private static Yaml strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options));
    }
}
