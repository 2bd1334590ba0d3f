package org.memoro.endtoend.security;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The two questions behind every case: do two answers tell apart what they must not, and does one tell too much? */
final class Comparison {
    private Comparison() {}

    /** How the answer about somebody else's thing differs from the one about a thing that is nowhere. */
    static Optional<String> difference(
            Answer foreign, Collection<String> foreignIds, Answer unknown, Collection<String> unknownIds) {
        String one = foreign.without(foreignIds);
        String other = unknown.without(unknownIds);
        return one.equals(other) ? Optional.empty() : Optional.of("not yours: " + one + "\n  not there: " + other);
    }

    /** Which of the owner's words and ids an answer to somebody else contains, but for those that they sent. */
    static Optional<String> leak(Answer answer, Collection<String> secrets, Collection<String> sent) {
        String all = answer.everything();
        List<String> told = secrets.stream()
                .filter(secret -> !sent.contains(secret) && all.contains(secret))
                .toList();
        return told.isEmpty() ? Optional.empty() : Optional.of("tells " + told + ": " + answer);
    }
}
