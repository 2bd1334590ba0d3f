package org.memoro.embedding.spending;

import java.util.Locale;

/** What the provider is asked for. */
public enum Purpose {
    FACTS,
    VECTOR,
    QUERY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
