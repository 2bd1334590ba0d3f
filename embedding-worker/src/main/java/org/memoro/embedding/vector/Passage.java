package org.memoro.embedding.vector;

import java.util.List;
import org.memoro.embedding.InputHash;

/** The text of a note as it is embedded: whom it is with, then what it says. */
public record Passage(List<String> names, String notes) {

    public Passage {
        names = List.copyOf(names);
    }

    /** The names in front, since a search by name is a search by meaning too; no date, which only blurs the meaning. */
    String text() {
        return names.isEmpty() ? notes : String.join(", ", names) + ": " + notes;
    }

    /** Tells whether the text is still the one a vector was made of. */
    byte[] hash() {
        return InputHash.begin().with(text()).value();
    }
}
