package org.memoro.web.note;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.Fact;

/** Says a fact in a few words: once about a named person, once as an entry on that person's own page. */
public final class FactWords {

    private final DayWords days;
    private final Map<UUID, String> names;
    private final String unknown;

    /**
     * @param names the people a fact may be about, by their ids
     * @param unknown what to call the person of a fact while nobody has said who it is
     */
    public FactWords(DayWords days, Map<UUID, String> names, String unknown) {
        this.days = days;
        this.names = names;
        this.unknown = unknown;
    }

    /** "Anna lives in <b>Graz</b>", or "Maybe: Anna lives in <b>Graz</b>". */
    public Phrase sentence(Fact fact) {
        return unsure(fact, stated(fact));
    }

    private Phrase stated(Fact fact) {
        Fact.Value value = fact.value();
        String who = who(fact);
        return switch (FactKind.of(fact.kind())) {
            case PERSON -> Phrase.strong(or(value.displayName(), who));
            case RELATION_TO_ME -> new Phrase(who + " is your ", relation(value.relation()), "");
            case FAMILY -> family(who, value);
            case BIRTHDAY -> new Phrase(of(who) + " birthday ", birthday(value.day(), value.month(), value.year()), "");
            case LOCATION -> new Phrase(who + lives(value.when()), or(value.place(), "?"), until(value, " until "));
            case INTERACTION_PLACE -> Phrase.strong(place(value));
            case INTERACTION_DATE -> Phrase.strong(date(value.date()));
            case FOLLOW_UP -> followUp(value);
            default -> Phrase.plain(or(value.text(), or(value.title(), "?")));
        };
    }

    /** "Graz" or "Maybe: Graz": the value alone, where the person and the kind stand beside it. */
    public String value(Fact fact) {
        return unsure(fact, Phrase.plain(bare(fact))).said();
    }

    private String bare(Fact fact) {
        Fact.Value value = fact.value();
        return switch (FactKind.of(fact.kind())) {
            case PERSON -> or(value.displayName(), who(fact));
            case RELATION_TO_ME -> capital(relation(value.relation()));
            case FAMILY -> capital(relation(value.relation())) + (value.name() == null ? "" : " " + value.name());
            case BIRTHDAY -> birthday(value.day(), value.month(), value.year());
            case LOCATION -> or(value.place(), "?") + until(value, ", until ");
            case INTERACTION_PLACE -> place(value);
            case INTERACTION_DATE -> date(value.date());
            case FOLLOW_UP -> followUp(value).said();
            default -> or(value.text(), or(value.title(), "?"));
        };
    }

    /** "mother-in-law" for mother_in_law. */
    public static String relation(@Nullable String word) {
        return word == null ? "relative" : word.replace('_', '-');
    }

    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String who(Fact fact) {
        UUID id = fact.contactId();
        String name = id == null ? null : names.get(id);
        if (name == null) {
            return unknown;
        }
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String of(String name) {
        return name + "’s";
    }

    private static Phrase family(String who, Fact.Value value) {
        String relation = relation(value.relation());
        return value.name() == null
                ? new Phrase(who + " has a ", relation, "")
                : new Phrase(of(who) + " " + relation + " ", value.name(), "");
    }

    private static String lives(@Nullable String when) {
        return switch (Objects.requireNonNullElse(when, "current")) {
            case "planned" -> " is moving to ";
            case "past" -> " lived in ";
            default -> " lives in ";
        };
    }

    private String until(Fact.Value value, String word) {
        return value.until() == null ? "" : word + date(value.until());
    }

    private Phrase followUp(Fact.Value value) {
        String text = or(value.text(), "Something to come back to");
        return value.date() == null ? Phrase.plain(text) : new Phrase(text + ", ", date(value.date()), "");
    }

    /** What is not so, or not yet, says so in words; plans and moves to come do it by themselves. */
    private static Phrase unsure(Fact fact, Phrase phrase) {
        return switch (Objects.requireNonNullElse(fact.status(), "happened")) {
            case "planned" -> saysWhen(fact) ? phrase : phrase.startingWith("Planned: ");
            case "uncertain" -> phrase.startingWith("Maybe: ");
            case "negated" -> phrase.startingWith("Not so: ");
            default -> phrase;
        };
    }

    private static boolean saysWhen(Fact fact) {
        return switch (FactKind.of(fact.kind())) {
            case FOLLOW_UP -> true;
            case LOCATION -> "planned".equals(fact.value().when());
            default -> false;
        };
    }

    private static String place(Fact.Value value) {
        String place = Stream.of(value.name(), value.city())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return place.isEmpty() ? "?" : place;
    }

    /** "3 March" or "3 March 1988". */
    public static String birthday(@Nullable Integer day, @Nullable Integer month, @Nullable Integer year) {
        if (day == null || month == null || month < 1 || month > 12) {
            return "?";
        }
        return day + " " + monthName(month) + (year == null ? "" : " " + year);
    }

    /** A whole or partial date: 2026-05-12, 2026-05, 2026-W20 or 2026. */
    String date(@Nullable String date) {
        if (date == null || date.isBlank()) {
            return "?";
        }
        try {
            return switch (date.length()) {
                case 10 -> days.day(LocalDate.parse(date));
                case 7 -> days.month(YearMonth.parse(date).atDay(1));
                case 4 -> Year.parse(date).toString();
                default -> week(date);
            };
        } catch (DateTimeException notADate) {
            return date;
        }
    }

    private static String week(String date) {
        int at = date.indexOf("-W");
        return at == 4
                ? "week " + Integer.parseInt(date, at + 2, date.length(), 10) + " of " + date.substring(0, 4)
                : date;
    }

    private static String monthName(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
