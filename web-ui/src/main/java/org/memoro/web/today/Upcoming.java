package org.memoro.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Face;

/** What lies ahead, in groups by how soon it is. */
public record Upcoming(List<Group> groups) {

    /** "This week", "Later". */
    public record Group(String title, List<Item> items) {}

    /** A birthday or a plan: whose, what, when, and the note it comes from. */
    public record Item(
            LocalDate on,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable Face face,
            String text,
            String when,
            @Nullable UUID note) {}
}
