package org.memoro.languagemodels;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a note says, in the shape of {@code extraction.schema.json}: people, when and where, and their facts, each with
 * the words of the note that support it.
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Extraction(
        String schemaVersion,
        @Nullable InteractionDate interactionDate,
        @Nullable Place place,
        List<Person> people) {

    public static final String SCHEMA_VERSION = "1";

    public Extraction {
        people = List.copyOf(people);
    }

    /** A note in which nobody and nothing was recognised. */
    public static Extraction empty() {
        return new Extraction(SCHEMA_VERSION, null, null, List.of());
    }

    /** A verbatim passage of the note; the offsets count UTF-16 units and are filled by the server. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Evidence(
            String quote, @Nullable Integer start, @Nullable Integer end) {

        public Evidence {
            requireNonNull(quote);
        }
    }

    /** The day (or week, month, year) on which the writer and the participants met or spoke. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record InteractionDate(String date, Evidence evidence, double confidence, boolean needsConfirmation) {

        public InteractionDate {
            requireNonNull(date);
            requireNonNull(evidence);
        }
    }

    /** Where the writer and the participants met. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Place(
            @Nullable String name,
            @Nullable String city,
            Evidence evidence,
            double confidence,
            boolean needsConfirmation) {

        public Place {
            requireNonNull(evidence);
        }
    }

    /** Somebody the note names. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Person(
            String mention,
            @Nullable String firstName,
            @Nullable String lastName,
            Role role,
            ContactMatch contactMatch,
            @Nullable OwnRelation relation,
            List<FamilyMember> familyMembers,
            @Nullable Birthday birthday,
            @Nullable Location location,
            @Nullable String news,
            List<Fact> facts,
            Evidence evidence,
            double confidence,
            boolean needsConfirmation) {

        public Person {
            requireNonNull(mention);
            requireNonNull(role);
            requireNonNull(contactMatch);
            requireNonNull(evidence);
            familyMembers = List.copyOf(familyMembers);
            facts = List.copyOf(facts);
        }
    }

    /** Which contact a person is: exactly one, none yet, or one of several. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record ContactMatch(MatchStatus status, @Nullable String contactId, List<String> candidateIds) {

        public ContactMatch {
            requireNonNull(status);
            candidateIds = List.copyOf(candidateIds);
        }

        public static ContactMatch unknown() {
            return new ContactMatch(MatchStatus.NEW, null, List.of());
        }

        /** The match with everybody who may be meant: none is new, one is known, more are ambiguous. */
        public static ContactMatch among(List<String> ids) {
            return switch (ids.size()) {
                case 0 -> unknown();
                case 1 -> new ContactMatch(MatchStatus.KNOWN, ids.getFirst(), ids);
                default -> new ContactMatch(MatchStatus.AMBIGUOUS, null, ids);
            };
        }
    }

    /** What the person is to the writer. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record OwnRelation(Relation type, Evidence evidence, double confidence, boolean needsConfirmation) {

        public OwnRelation {
            requireNonNull(type);
            requireNonNull(evidence);
        }
    }

    /** {@code name} is this person's {@code relation}: Anna's family members hold (daughter, Mia). */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FamilyMember(
            Relation relation, @Nullable String name, Evidence evidence, double confidence, boolean needsConfirmation) {

        public FamilyMember {
            requireNonNull(relation);
            requireNonNull(evidence);
        }
    }

    /** Day and month of birth; the year only where it is written or follows from an age. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Birthday(
            @Nullable Integer year,
            int month,
            int day,
            Evidence evidence,
            double confidence,
            boolean needsConfirmation) {

        public Birthday {
            requireNonNull(evidence);
        }
    }

    /** Where the person lives, will live or used to live. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Location(
            String place,
            LocationStatus status,
            @Nullable String date,
            Evidence evidence,
            double confidence,
            boolean needsConfirmation) {

        public Location {
            requireNonNull(place);
            requireNonNull(status);
            requireNonNull(evidence);
        }
    }

    /** Something that happened to the person, is planned, is uncertain, or is said not to be so. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Fact(
            FactType type,
            FactStatus status,
            String summary,
            @Nullable String organization,
            @Nullable String title,
            @Nullable String place,
            @Nullable String date,
            boolean isNews,
            Evidence evidence,
            double confidence,
            boolean needsConfirmation) {

        public Fact {
            requireNonNull(type);
            requireNonNull(status);
            requireNonNull(summary);
            requireNonNull(evidence);
        }
    }

    /** Whether the person was there or is only talked about. */
    public enum Role {
        PARTICIPANT,
        MENTIONED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How sure it is which contact is meant. */
    public enum MatchStatus {
        KNOWN,
        NEW,
        AMBIGUOUS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What one person is to another. */
    public enum Relation {
        MOTHER,
        FATHER,
        PARENT,
        DAUGHTER,
        SON,
        CHILD,
        SISTER,
        BROTHER,
        SIBLING,
        HUSBAND,
        WIFE,
        SPOUSE,
        PARTNER,
        GIRLFRIEND,
        BOYFRIEND,
        FIANCE,
        EX_PARTNER,
        GRANDMOTHER,
        GRANDFATHER,
        GRANDSON,
        GRANDDAUGHTER,
        GRANDCHILD,
        AUNT,
        UNCLE,
        NIECE,
        NEPHEW,
        COUSIN,
        MOTHER_IN_LAW,
        FATHER_IN_LAW,
        SISTER_IN_LAW,
        BROTHER_IN_LAW,
        SON_IN_LAW,
        DAUGHTER_IN_LAW,
        STEPPARENT,
        STEPCHILD,
        GODPARENT,
        GODCHILD,
        FRIEND,
        COLLEAGUE,
        BOSS,
        NEIGHBOUR,
        ROOMMATE,
        TEACHER,
        DOCTOR,
        OTHER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a person lives there now, will, or did. */
    public enum LocationStatus {
        CURRENT,
        PLANNED,
        PAST;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a fact is about. */
    public enum FactType {
        JOB,
        MOVE,
        EDUCATION,
        RELATIONSHIP,
        BIRTH,
        DEATH,
        HEALTH,
        AGE,
        TRAVEL,
        PURCHASE,
        PET,
        ACHIEVEMENT,
        PREFERENCE,
        OTHER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a fact is so, will be so, may be so, or is denied. */
    public enum FactStatus {
        HAPPENED,
        PLANNED,
        UNCERTAIN,
        NEGATED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
