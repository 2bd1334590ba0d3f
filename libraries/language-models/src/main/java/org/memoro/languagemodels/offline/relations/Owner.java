package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.memoro.languagemodels.offline.people.Someone;

/** Whose relative is spoken of: the writer's or other people's; {@code from} is the first word that says so. */
record Owner(List<Someone> people, boolean isWriter, int from, double confidence) {

    static Owner writer(int from, double confidence) {
        return new Owner(List.of(), true, from, confidence);
    }

    static Owner of(List<Someone> people, int from, double confidence) {
        return new Owner(people, false, from, confidence);
    }

    /** Somebody's relative, but it cannot be told whose. */
    static Owner unclear(int from) {
        return new Owner(List.of(), false, from, 0);
    }

    boolean isClear() {
        return isWriter || !people.isEmpty();
    }
}
