package org.memoro.languagemodels.offline.names;

/** What a name or a word for a relative tells about he and she. */
public enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    /** Whether both may speak of one person. */
    public boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
