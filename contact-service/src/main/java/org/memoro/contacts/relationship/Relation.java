package org.memoro.contacts.relationship;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one person is to another, with the word for a woman, for a man, and the way back. */
public enum Relation {
    PARENT,
    MOTHER(Gender.FEMALE, PARENT),
    FATHER(Gender.MALE, PARENT),
    CHILD,
    DAUGHTER(Gender.FEMALE, CHILD),
    SON(Gender.MALE, CHILD),
    SIBLING,
    SISTER(Gender.FEMALE, SIBLING),
    BROTHER(Gender.MALE, SIBLING),
    SPOUSE,
    WIFE(Gender.FEMALE, SPOUSE),
    HUSBAND(Gender.MALE, SPOUSE),
    PARTNER,
    GIRLFRIEND(Gender.FEMALE, PARTNER),
    BOYFRIEND(Gender.MALE, PARTNER),
    FIANCE,
    EX_PARTNER,
    GRANDMOTHER(Gender.FEMALE),
    GRANDFATHER(Gender.MALE),
    GRANDCHILD,
    GRANDDAUGHTER(Gender.FEMALE, GRANDCHILD),
    GRANDSON(Gender.MALE, GRANDCHILD),
    AUNT(Gender.FEMALE),
    UNCLE(Gender.MALE),
    NIECE(Gender.FEMALE),
    NEPHEW(Gender.MALE),
    COUSIN,
    MOTHER_IN_LAW(Gender.FEMALE),
    FATHER_IN_LAW(Gender.MALE),
    SISTER_IN_LAW(Gender.FEMALE),
    BROTHER_IN_LAW(Gender.MALE),
    SON_IN_LAW(Gender.MALE),
    DAUGHTER_IN_LAW(Gender.FEMALE),
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

    private final @Nullable Gender gender;
    private final @Nullable Relation neutral;

    Relation() {
        this.gender = null;
        this.neutral = null;
    }

    Relation(Gender gender) {
        this.gender = gender;
        this.neutral = null;
    }

    Relation(Gender gender, Relation neutral) {
        this.gender = gender;
        this.neutral = neutral;
    }

    /** The relation of this word; empty for a word we do not know. */
    public static Optional<Relation> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(relation -> relation.word().equals(word))
                .findFirst();
    }

    /** As it is written in JSON and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The same relation without saying whether it is a woman or a man. */
    Relation neutral() {
        return neutral == null ? this : neutral;
    }

    /** Whether both words may be meant for one relation, one of them being more exact. */
    public boolean isSameAs(Relation other) {
        return this == other || (neutral() == other.neutral() && (gender == null || other.gender == null));
    }

    /** Whether this word says more than the other one. */
    public boolean isMoreExactThan(Relation other) {
        return isSameAs(other) && gender != null && other.gender == null;
    }

    /** Whether the other word may be the way back of this one. */
    public boolean isWayBackOf(Relation other) {
        return isSameAs(other.inverse(gender));
    }

    /**
     * What the first person is to the second, when the second is this relation of the first.
     *
     * @param first whether the first person is a woman or a man, where that is known
     */
    public Relation inverse(@Nullable Gender first) {
        return switch (neutral()) {
            case CHILD -> word(first, MOTHER, FATHER, PARENT);
            case PARENT -> word(first, DAUGHTER, SON, CHILD);
            case SIBLING -> word(first, SISTER, BROTHER, SIBLING);
            case SPOUSE -> word(first, WIFE, HUSBAND, SPOUSE);
            case PARTNER -> word(first, GIRLFRIEND, BOYFRIEND, PARTNER);
            case GRANDMOTHER, GRANDFATHER -> word(first, GRANDDAUGHTER, GRANDSON, GRANDCHILD);
            case GRANDCHILD -> word(first, GRANDMOTHER, GRANDFATHER, OTHER);
            case AUNT, UNCLE -> word(first, NIECE, NEPHEW, OTHER);
            case NIECE, NEPHEW -> word(first, AUNT, UNCLE, OTHER);
            case MOTHER_IN_LAW, FATHER_IN_LAW -> word(first, DAUGHTER_IN_LAW, SON_IN_LAW, OTHER);
            case DAUGHTER_IN_LAW, SON_IN_LAW -> word(first, MOTHER_IN_LAW, FATHER_IN_LAW, OTHER);
            case SISTER_IN_LAW, BROTHER_IN_LAW -> word(first, SISTER_IN_LAW, BROTHER_IN_LAW, OTHER);
            case STEPPARENT -> STEPCHILD;
            case STEPCHILD -> STEPPARENT;
            case GODPARENT -> GODCHILD;
            case GODCHILD -> GODPARENT;
            case BOSS -> COLLEAGUE;
            case TEACHER, DOCTOR -> OTHER;
            default -> neutral();
        };
    }

    private static Relation word(@Nullable Gender gender, Relation female, Relation male, Relation unknown) {
        return switch (gender) {
            case null -> unknown;
            case FEMALE -> female;
            case MALE -> male;
        };
    }

    /** Whether somebody is a woman or a man. */
    public enum Gender {
        FEMALE,
        MALE;

        /** What the words used for somebody say, when they agree. */
        public static @Nullable Gender toldBy(Collection<String> words) {
            var told = words.stream()
                    .map(Relation::of)
                    .flatMap(Optional::stream)
                    .map(relation -> relation.gender)
                    .filter(gender -> gender != null)
                    .distinct()
                    .toList();
            return told.size() == 1 ? told.getFirst() : null;
        }

        /** What a passage such as "her daughter Mia" says of the one whose daughter it is. */
        public static @Nullable Gender toldByPronoun(@Nullable String quote) {
            String lower = quote == null ? "" : quote.strip().toLowerCase(Locale.ROOT);
            if (lower.startsWith("her ")) {
                return FEMALE;
            }
            return lower.startsWith("his ") ? MALE : null;
        }
    }
}
