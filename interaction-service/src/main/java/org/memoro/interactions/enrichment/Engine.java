package org.memoro.interactions.enrichment;

import org.jspecify.annotations.Nullable;

/** What understood a note. */
record Engine(@Nullable String provider, @Nullable String model) {
    static final Engine UNKNOWN = new Engine(null, null);
}
