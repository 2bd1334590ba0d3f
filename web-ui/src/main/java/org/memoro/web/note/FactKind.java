package org.memoro.web.note;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.memoro.web.neighbour.Fact;

/** How each kind of fact looks and what it is called on a page. */
public enum FactKind {
    PERSON("person", "person", "user-round", "Person"),
    RELATION_TO_ME("relation-to-me", "person", "user-round", "To you"),
    FAMILY("family", "family", "heart", "Family"),
    BIRTHDAY("birthday", "date", "cake", "Birthday"),
    LOCATION("location", "place", "map-pin", "Lives in"),
    NEWS("news", "news", "newspaper", "News"),
    JOB("job", "detail", "briefcase", "Work"),
    MOVE("move", "place", "truck", "Move"),
    EDUCATION("education", "detail", "graduation-cap", "Education"),
    BIRTH("birth", "family", "baby", "Birth"),
    DEATH("death", "news", "newspaper", "Death"),
    HEALTH("health", "news", "heart-pulse", "Health"),
    AGE("age", "detail", "cake", "Age"),
    TRAVEL("travel", "place", "plane", "Travel"),
    PURCHASE("purchase", "detail", "shopping-bag", "Bought"),
    PET("pet", "detail", "paw-print", "Pet"),
    ACHIEVEMENT("achievement", "news", "trophy", "Achievement"),
    PREFERENCE("preference", "detail", "tag", "Likes"),
    RELATIONSHIP("relationship", "family", "heart", "Relationship"),
    OTHER("other", "detail", "tag", "Detail"),
    INTERACTION_PLACE("interaction-place", "place", "map-pin", "Place"),
    INTERACTION_DATE("interaction-date", "date", "calendar", "Date"),
    FOLLOW_UP("follow-up", "plan", "bell", "Plan");

    private static final Map<String, FactKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(kind -> kind.word, Function.identity()));

    private final String word;
    private final String color;
    private final String icon;
    private final String label;

    FactKind(String word, String color, String icon, String label) {
        this.word = word;
        this.color = color;
        this.icon = icon;
        this.label = label;
    }

    /** A kind this version does not know yet is shown as a detail. */
    public static FactKind of(String word) {
        return BY_WORD.getOrDefault(word, OTHER);
    }

    /** The name of its colour in the style sheet. */
    public String color() {
        return color;
    }

    public String icon() {
        return icon;
    }

    public String label() {
        return label;
    }

    /** What stands before the fact: where somebody lives is not where they are going to. */
    public static String label(Fact fact) {
        FactKind kind = of(fact.kind());
        String when = fact.value().when();
        if (kind != LOCATION || when == null) {
            return kind.label;
        }
        return switch (when) {
            case "planned" -> "Moving to";
            case "past" -> "Lived in";
            default -> kind.label;
        };
    }
}
