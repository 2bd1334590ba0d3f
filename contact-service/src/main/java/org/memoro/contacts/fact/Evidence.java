package org.memoro.contacts.fact;

import org.jspecify.annotations.Nullable;

/** The passage of the note that supports a fact, word for word; offsets count UTF-16 units. */
public record Evidence(
        String quote, @Nullable Integer start, @Nullable Integer end) {}
