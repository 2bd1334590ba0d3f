package org.memoro.contacts.understanding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.fact.Evidence;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What was read out of a note, as embedding-worker tells it: the part of the extraction schema that becomes facts. */
@JsonNaming(SnakeCaseStrategy.class)
record Extraction(
        @Nullable InteractionDate interactionDate, @Nullable Place place, List<Person> people) {

    /** How sure the reader is of one thing, and which words of the note say it. */
    interface Reading {
        @Nullable
        Evidence evidence();

        double confidence();

        boolean needsConfirmation();
    }

    /** When writer and participants met. */
    @JsonNaming(SnakeCaseStrategy.class)
    record InteractionDate(String date, @Nullable Evidence evidence, double confidence, boolean needsConfirmation)
            implements Reading {}

    /** Where writer and participants met. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Place(
            @Nullable String name,
            @Nullable String city,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}

    /** Somebody the note names. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Person(
            String mention,
            @Nullable String firstName,
            @Nullable String lastName,
            String role,
            ContactMatch contactMatch,
            @Nullable OwnRelation relation,
            List<FamilyMember> familyMembers,
            @Nullable BirthdayRead birthday,
            @Nullable Location location,
            @Nullable String news,
            List<TypedFact> facts,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}

    /** Which contact a person is: "known", "new" or "ambiguous". */
    @JsonNaming(SnakeCaseStrategy.class)
    record ContactMatch(String status, @Nullable String contactId, List<String> candidateIds) {}

    /** What a person is to the writer. */
    @JsonNaming(SnakeCaseStrategy.class)
    record OwnRelation(String type, @Nullable Evidence evidence, double confidence, boolean needsConfirmation)
            implements Reading {}

    /** Whose relative somebody is: NAME is this person's RELATION. */
    @JsonNaming(SnakeCaseStrategy.class)
    record FamilyMember(
            String relation,
            @Nullable String name,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}

    /** A day of birth. */
    @JsonNaming(SnakeCaseStrategy.class)
    record BirthdayRead(
            @Nullable Integer year,
            int month,
            int day,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}

    /** Where a person lives, will live or lived. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Location(
            String place,
            String status,
            @Nullable String date,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}

    /** Something that happened, will happen, may happen or did not. */
    @JsonNaming(SnakeCaseStrategy.class)
    record TypedFact(
            String type,
            String status,
            String summary,
            @Nullable String organization,
            @Nullable String title,
            @Nullable String place,
            @Nullable String date,
            boolean isNews,
            @Nullable Evidence evidence,
            double confidence,
            boolean needsConfirmation)
            implements Reading {}
}
