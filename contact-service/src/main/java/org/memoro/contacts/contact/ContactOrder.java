package org.memoro.contacts.contact;

import org.jspecify.annotations.Nullable;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;

/** In which order contacts are listed. */
public enum ContactOrder {
    NAME,
    LAST_INTERACTION,
    CREATED;

    /** The order a request asks for; by name when it asks for none. */
    public static ContactOrder of(@Nullable String word) {
        return switch (word) {
            case null -> NAME;
            case "name" -> NAME;
            case "lastInteraction" -> LAST_INTERACTION;
            case "created" -> CREATED;
            default ->
                throw ProblemException.of(
                        HttpProblem.MALFORMED, "The parameter 'sort' is name, lastInteraction or created.");
        };
    }
}
