package org.memoro.languagemodels.offline.people;

import java.util.List;
import java.util.Set;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gender;

/**
 * One place where a person is named: tokens {@code from} to {@code to} (exclusive), title included.
 *
 * @param bearer whom of those who bear the name the note means
 */
public record Mention(
        int from,
        int to,
        List<String> nameWords,
        Kind kind,
        Set<String> contactIds,
        Gender gender,
        double confidence,
        Bearer bearer) {

    Mention(
            int from,
            int to,
            List<String> nameWords,
            Kind kind,
            Set<String> contactIds,
            Gender gender,
            double confidence) {
        this(from, to, nameWords, kind, contactIds, gender, confidence, Bearer.ANYBODY);
    }

    /** What the words of the name are. */
    public enum Kind {
        FULL,
        NICKNAME,
        FIRST,
        LAST;

        static Kind of(ContactNames.Kind named) {
            return valueOf(named.name());
        }
    }

    Mention of(Bearer told) {
        return new Mention(from, to, nameWords, kind, contactIds, gender, confidence, told);
    }

    /** Whether somebody else than the contact of that name may be meant. */
    boolean isNamesake() {
        return bearer == Bearer.NAMESAKE;
    }

    /** Whom of those who bear a name a note means. */
    public enum Bearer {
        ANYBODY,
        /** "Our Anna". */
        OURS,
        /** "Another Anna". */
        NAMESAKE,
        /** "Sofia was wonderful": perhaps no person at all. */
        UNSURE
    }

    public boolean isFullName() {
        return kind == Kind.FULL;
    }

    public boolean covers(int token) {
        return from <= token && token < to;
    }
}
