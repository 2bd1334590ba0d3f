package org.memoro.web.settings;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memoro.web.neighbour.Interaction;

/** Where a note went to be understood, and which model did it. */
public record Reading(@Nullable String host, String model) {

    private static final String HERE = "in-jvm";

    static Optional<Reading> of(Interaction.Enrichment understanding) {
        String provider = understanding.provider();
        String model = understanding.model();
        return provider == null || model == null
                ? Optional.empty()
                : Optional.of(new Reading(provider.equals(HERE) ? null : provider, model));
    }
}
