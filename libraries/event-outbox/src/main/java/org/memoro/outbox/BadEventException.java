package org.memoro.outbox;

import org.jspecify.annotations.Nullable;

/** Thrown by a handler when the record itself is bad: no repetition can help, it goes to the dead-letter topic. */
public class BadEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadEventException(String message) {
        this(message, null);
    }

    public BadEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
