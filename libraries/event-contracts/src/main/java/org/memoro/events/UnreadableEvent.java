package org.memoro.events;

import org.jspecify.annotations.Nullable;

/** Bytes that are no event of ours, or of a kind that this version does not know. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
