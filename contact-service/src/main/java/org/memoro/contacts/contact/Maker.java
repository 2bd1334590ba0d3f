package org.memoro.contacts.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose word something is. */
public enum Maker {
    USER,
    MACHINE;

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Maker of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
