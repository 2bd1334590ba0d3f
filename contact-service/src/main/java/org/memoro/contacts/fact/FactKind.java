package org.memoro.contacts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a fact is about. */
public enum FactKind {
    PERSON,
    RELATION_TO_ME,
    FAMILY,
    BIRTHDAY,
    LOCATION,
    NEWS,
    JOB,
    MOVE,
    EDUCATION,
    RELATIONSHIP,
    BIRTH,
    DEATH,
    HEALTH,
    AGE,
    TRAVEL,
    PURCHASE,
    PET,
    ACHIEVEMENT,
    PREFERENCE,
    OTHER,
    INTERACTION_PLACE,
    INTERACTION_DATE,
    FOLLOW_UP;

    /** The kind of this word; empty for a word we do not know. */
    public static Optional<FactKind> of(@Nullable String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about the note itself rather than about somebody in it. */
    public boolean isAboutNote() {
        return this == INTERACTION_PLACE || this == INTERACTION_DATE;
    }
}
