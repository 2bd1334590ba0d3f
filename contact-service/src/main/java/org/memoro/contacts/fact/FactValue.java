package org.memoro.contacts.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.relationship.Relation;
import org.memoro.problems.FieldProblems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds, reads and checks the values of facts, kind by kind. */
public final class FactValue {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> ROLES = Set.of("participant", "mentioned");
    private static final Set<String> WHEN = Set.of("current", "planned", "past");

    /** A year, a month, an ISO week or a day. */
    private static final Pattern PARTIAL_DATE = Pattern.compile("\\d{4}(-(W\\d{2}|\\d{2}(-\\d{2})?))?");

    private FactValue() {}

    public static ObjectNode person(String displayName, String role) {
        return value().put("displayName", displayName).put("role", role);
    }

    public static ObjectNode relation(Relation relation) {
        return value().put("relation", relation.word());
    }

    public static ObjectNode family(Relation relation, @Nullable String name) {
        return relation(relation).put("name", name);
    }

    public static ObjectNode birthday(Birthday birthday) {
        ObjectNode value = value();
        if (birthday.year() != null) {
            value.put("year", birthday.year());
        }
        return value.put("month", birthday.month()).put("day", birthday.day());
    }

    public static ObjectNode location(String place, String when, @Nullable String date) {
        return putIfThere(value().put("place", place).put("when", when), "date", date);
    }

    public static ObjectNode text(String text) {
        return value().put("text", text);
    }

    /** A text with details that may be missing. */
    public static ObjectNode putIfThere(ObjectNode value, String name, @Nullable String detail) {
        return detail == null || detail.isBlank() ? value : value.put(name, detail);
    }

    /** An empty value to fill. */
    public static ObjectNode value() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A detail of a value, or null. */
    public static @Nullable String detail(Fact fact, String name) {
        JsonNode detail = fact.value().get(name);
        return detail == null || detail.isNull() ? null : detail.asString();
    }

    /** The day a birthday fact tells. */
    public static Birthday birthdayOf(Fact fact) {
        JsonNode year = fact.value().get("year");
        return new Birthday(
                year == null || year.isNull() ? null : year.asInt(),
                fact.value().path("month").asInt(),
                fact.value().path("day").asInt());
    }

    /** The relation a fact tells. */
    public static Relation relationOf(Fact fact) {
        return Relation.of(detail(fact, "relation")).orElse(Relation.OTHER);
    }

    /** Whether a place is a plan or has come true. */
    public static FactStatus statusOfPlace(Fact fact) {
        return "planned".equals(detail(fact, "when")) ? FactStatus.PLANNED : FactStatus.HAPPENED;
    }

    /** Notes what is wrong with a value the user typed. */
    public static void check(FactKind kind, JsonNode value, LocalDate today, FieldProblems problems) {
        switch (kind) {
            case PERSON -> {
                checkText(problems, value, "displayName", LONGEST_NAME, true);
                problems.check(
                        ROLES.contains(value.path("role").asString("")),
                        "/value/role",
                        "must be participant or mentioned.");
            }
            case RELATION_TO_ME -> checkRelation(problems, value);
            case FAMILY -> {
                checkRelation(problems, value);
                checkText(problems, value, "name", LONGEST_NAME, false);
            }
            case BIRTHDAY -> problems.check(isBirthday(value, today), "/value", "must be a day that has been.");
            case LOCATION -> {
                checkText(problems, value, "place", LONGEST_NAME, true);
                problems.check(
                        WHEN.contains(value.path("when").asString("")),
                        "/value/when",
                        "must be current, planned or past.");
                checkDate(problems, value, false);
            }
            case INTERACTION_PLACE -> {
                checkText(problems, value, "name", LONGEST_NAME, false);
                checkText(problems, value, "city", LONGEST_NAME, false);
                problems.check(
                        value.hasNonNull("name") || value.hasNonNull("city"), "/value", "needs a name or a city.");
            }
            case INTERACTION_DATE -> checkDate(problems, value, true);
            default -> {
                checkText(problems, value, "text", LONGEST_TEXT, true);
                checkText(problems, value, "organization", LONGEST_NAME, false);
                checkText(problems, value, "title", LONGEST_NAME, false);
                checkText(problems, value, "place", LONGEST_NAME, false);
                checkDate(problems, value, false);
            }
        }
    }

    private static void checkRelation(FieldProblems problems, JsonNode value) {
        problems.check(
                Relation.of(value.path("relation").asString("")).isPresent(),
                "/value/relation",
                "must be a relation we know, such as daughter or friend.");
    }

    private static void checkText(FieldProblems problems, JsonNode value, String name, int longest, boolean needed) {
        JsonNode text = value.get(name);
        boolean missing = text == null || text.isNull();
        boolean readable = !missing && text.isString();
        String is = readable ? text.asString() : "";
        problems.check(
                missing ? !needed : readable && !is.isBlank() && is.length() <= longest && is.indexOf('\0') < 0,
                "/value/" + name,
                "must be a text of up to " + longest + " characters.");
    }

    private static void checkDate(FieldProblems problems, JsonNode value, boolean needed) {
        JsonNode date = value.get("date");
        boolean missing = date == null || date.isNull();
        problems.check(
                missing ? !needed : date.isString() && isPartialDate(date.asString()),
                "/value/date",
                "must be a date such as 2026-05-12, 2026-05 or 2026.");
    }

    /** Whether it is a year, month, week or day that exists. */
    public static boolean isPartialDate(String text) {
        return PARTIAL_DATE.matcher(text).matches() && PartialDate.parse(text) != null;
    }

    private static boolean isBirthday(JsonNode value, LocalDate today) {
        JsonNode year = value.get("year");
        boolean known = year != null && !year.isNull();
        if ((known && !year.isIntegralNumber())
                || !value.path("month").isIntegralNumber()
                || !value.path("day").isIntegralNumber()) {
            return false;
        }
        try {
            return new Birthday(
                            known ? year.intValue() : null,
                            value.path("month").intValue(),
                            value.path("day").intValue())
                    .isReal(today);
        } catch (DateTimeException | tools.jackson.core.JacksonException e) {
            return false;
        }
    }
}
