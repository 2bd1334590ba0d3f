package org.memoro.testkit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a neighbour was asked. */
public record RecordedRequest(
        String method, String path, @Nullable String query, Map<String, List<String>> headers, String body) {

    /** The first header of that name, in any spelling of case. */
    public @Nullable String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }
}
