package org.memoro.problems;

/** An answer had begun and could not be ended; why has been logged. */
final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOffException() {
        super("The answer broke off", null, false, false);
    }
}
