package org.memoro.api;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids. */
public final class Ids {
    private Ids() {}

    /** A new UUID of version 7 (RFC 9562): sorted by the time it was made, so that indexes grow at their end. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
