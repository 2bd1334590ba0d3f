package org.memoro.interactions.participant;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether someone took part, or was only talked about. */
public enum Role {
    PARTICIPANT,
    MENTIONED;

    /** Reads the word; what we do not know is no participant. */
    public static Role of(String word) {
        return PARTICIPANT.word().equals(word) ? PARTICIPANT : MENTIONED;
    }

    /** The word the API and the database use. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
