package org.memoro.web.neighbour;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is worth knowing before meeting someone. */
public record ContactContext(
        Contact contact,
        Contact.@Nullable LatestNews latestNews,
        @Nullable List<Fact> facts,
        @Nullable List<Relationship> family,
        @Nullable List<Upcoming> upcoming) {

    /** A dated thing that lies ahead. */
    public record Upcoming(String kind, String title, LocalDate on) {}

    public ContactContext {
        facts = Objects.requireNonNullElse(facts, List.of());
        family = Objects.requireNonNullElse(family, List.of());
        upcoming = Objects.requireNonNullElse(upcoming, List.of());
    }
}
