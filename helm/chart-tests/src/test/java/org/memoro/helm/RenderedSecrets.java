package org.memoro.helm;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The Secrets that a chart expects to be there. */
final class RenderedSecrets {

    private RenderedSecrets() {}

    /** Which keys of a Secret the pods mount. */
    static List<String> keysOf(Manifests manifests, String secret) {
        TreeSet<String> keys = new TreeSet<>();
        for (JsonNode pod : manifests.pods().values()) {
            for (JsonNode volume : pod.at("/spec/volumes")) {
                volume.at("/projected/sources").forEach(source -> collect(source.path("secret"), "name", secret, keys));
                collect(volume.path("secret"), "secretName", secret, keys);
            }
        }
        return List.copyOf(keys);
    }

    /** All of them that pods mount. */
    static Set<String> namesIn(Manifests manifests) {
        Set<String> names = new TreeSet<>();
        for (JsonNode pod : manifests.pods().values()) {
            for (JsonNode volume : pod.at("/spec/volumes")) {
                volume.at("/projected/sources")
                        .forEach(source -> names.add(source.at("/secret/name").asString("")));
                names.add(volume.at("/secret/secretName").asString(""));
            }
        }
        names.remove("");
        return names;
    }

    private static void collect(JsonNode source, String naming, String secret, TreeSet<String> keys) {
        if (source.path(naming).asString("").equals(secret)) {
            source.path("items").forEach(item -> keys.add(item.path("key").asString()));
        }
    }
}
