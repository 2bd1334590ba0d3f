package org.memoro.search.large;

import java.util.Locale;
import java.util.UUID;
import org.memoro.search.text.TextHash;

/** An index that finds the nearest of the vectors that one model made of one account's notes, and holds no others. */
record NearIndex(VectorKind kind, UUID userId, String model, int dimensions) {
    /** Of halfvec in an index of pgvector. */
    static final int MOST_DIMENSIONS = 4_000;

    /** As the indexes of all accounts begin. */
    static final String PREFIX = "near_";

    private static final int ENOUGH_OF_A_HASH = 10;

    /** As all indexes of one account begin, so that they are found when it is gone. */
    static String prefix(UUID userId) {
        return PREFIX + userId.toString().replace("-", "") + "_";
    }

    /** Whose index has this name. */
    static UUID owner(String name) {
        return UUID.fromString(name.substring(PREFIX.length(), PREFIX.length() + 32)
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    /** The same for the same vectors, and as short as PostgreSQL wants names. */
    String name() {
        String made = TextHash.of(model + " " + dimensions).substring(0, ENOUGH_OF_A_HASH);
        return prefix(userId) + kind.name().toLowerCase(Locale.ROOT) + "_" + made;
    }
}
