package org.memoro.web.neighbour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as interaction-service keeps it. */
public record Interaction(
        UUID id,
        @Nullable String notes,
        LocalDate occurredOn,
        @Nullable String occurredOnSource,
        @Nullable Instant occurredAt,
        @Nullable Instant writtenAt,
        @Nullable String location,
        @Nullable List<Participant> participants,
        @Nullable Enrichment enrichment,
        @Nullable Instant createdAt,
        long version) {

    /** Someone the note is about. */
    public record Participant(UUID contactId, @Nullable String displayName) {}

    /** How far understanding has come. */
    public record Enrichment(
            String state,
            @Nullable String provider,
            @Nullable String model,
            boolean searchable,
            @Nullable Failure error) {

        /** How the name of a reading ends that took only names and dates, from a note in a language it does not speak. */
        private static final String NAMES_AND_DATES = "-names-and-dates";

        static final Enrichment OFF = new Enrichment("off", null, null, false, null);

        public boolean isNamesAndDatesOnly() {
            return !state.equals("pending") && model != null && model.endsWith(NAMES_AND_DATES);
        }

        /** The model without what its name tells of the reading. */
        public @Nullable String reader() {
            return model != null && model.endsWith(NAMES_AND_DATES)
                    ? model.substring(0, model.length() - NAMES_AND_DATES.length())
                    : model;
        }
    }

    /** Why the last try to understand did not work, and when the next one is. */
    public record Failure(@Nullable String code, @Nullable Instant nextAttemptAt) {}

    public Interaction {
        notes = Objects.requireNonNullElse(notes, "");
        participants = Objects.requireNonNullElse(participants, List.of());
        enrichment = Objects.requireNonNullElse(enrichment, Enrichment.OFF);
    }

    public String words() {
        return Objects.requireNonNull(notes);
    }

    public List<Participant> people() {
        return Objects.requireNonNull(participants);
    }

    public Enrichment understanding() {
        return Objects.requireNonNull(enrichment);
    }

    public boolean isPending() {
        return understanding().state().equals("pending");
    }
}
