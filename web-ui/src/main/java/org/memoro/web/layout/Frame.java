package org.memoro.web.layout;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything around a page's own content: who looks at it, where it is in the navigation, and messages. */
public record Frame(
        Visitor visitor,
        Section section,
        @Nullable UUID person,
        Around around,
        @Nullable Toast toast) {

    /** The places in the navigation. */
    public enum Section {
        TODAY,
        PEOPLE,
        ASK,
        SETTINGS,
        NONE
    }

    /** What the sidebar tells about the account: how many notes wait for a look and who was met lately. */
    public record Around(int toCheck, List<Lately> lately) {

        public static final Around UNKNOWN = new Around(0, List.of());
    }

    /** Someone in the sidebar. */
    public record Lately(UUID id, String name, Face face) {}

    public Frame with(@Nullable Toast message) {
        return new Frame(visitor, section, person, around, message);
    }

    public Frame of(UUID shown) {
        return new Frame(visitor, section, shown, around, toast);
    }

    /** The marker of the current place: "page" on its own page, "true" below it, nothing elsewhere. */
    public @Nullable String current(Section place, boolean exactly) {
        return section == place ? exactly ? "page" : "true" : null;
    }

    public boolean isAt(UUID id) {
        return id.equals(person);
    }

    public Looks looks() {
        return visitor.looks();
    }
}
