package org.memoro.endtoend.security;

/** Asks again in a moment. */
final class Poll {
    private static final int MOMENT = 100; // milliseconds

    private Poll() {}

    static void pause() {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
