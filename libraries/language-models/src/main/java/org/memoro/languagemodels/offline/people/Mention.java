package org.memoro.languagemodels.offline.people;

import java.util.List;
import java.util.Set;
import org.memoro.languagemodels.offline.names.Gender;

/** One place where a person is named: tokens {@code from} to {@code to} (exclusive), title included. */
public record Mention(
        int from, int to, List<String> nameWords, Kind kind, Set<String> contactIds, Gender gender, double confidence) {

    /** What the words of the name are. */
    public enum Kind {
        FULL,
        NICKNAME,
        FIRST,
        LAST
    }

    public boolean isFullName() {
        return kind == Kind.FULL;
    }

    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
