package org.memoro.web.neighbour;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was read out of a note. */
public record Fact(
        @Nullable UUID id,
        String kind,
        @Nullable UUID contactId,
        @Nullable UUID interactionId,
        Value value,
        @Nullable Evidence evidence,
        @Nullable Double confidence,
        @Nullable String status,
        @Nullable String state,
        @Nullable String decidedBy,
        @Nullable List<Candidate> candidates,
        @Nullable LocalDate asOf) {

    /** The words it was read from, counted in UTF-16 units. */
    public record Evidence(
            @Nullable String quote,
            @Nullable Integer start,
            @Nullable Integer end) {}

    /** A person it might be about. */
    public record Candidate(UUID contactId, String displayName) {}

    /** What was understood; which parts are there depends on the kind. */
    public record Value(
            @Nullable String displayName,
            @Nullable String role,
            @Nullable String relation,
            @Nullable String name,
            @Nullable UUID contactId,
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable String place,
            @Nullable String when,
            @Nullable String text,
            @Nullable String organization,
            @Nullable String title,
            @Nullable String city,
            @Nullable String date,
            @Nullable String until) {

        public static final Value NONE = new Value(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public Fact {
        value = Objects.requireNonNullElse(value, Value.NONE);
        candidates = Objects.requireNonNullElse(candidates, List.of());
        state = Objects.requireNonNullElse(state, "kept");
    }

    public List<Candidate> choices() {
        return Objects.requireNonNull(candidates);
    }

    public boolean isSuggested() {
        return "suggested".equals(state);
    }

    public boolean isKept() {
        return "kept".equals(state);
    }

    /** A name that could be several people: only a person can say who. */
    public boolean asksWho() {
        return kind.equals("person")
                && isSuggested()
                && contactId == null
                && !choices().isEmpty();
    }
}
