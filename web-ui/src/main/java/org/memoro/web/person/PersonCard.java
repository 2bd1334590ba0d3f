package org.memoro.web.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.Birthday;
import org.memoro.web.neighbour.Contact;
import org.memoro.web.neighbour.ContactContext;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Relationship;
import org.memoro.web.note.FactKind;
import org.memoro.web.note.FactWords;
import org.memoro.web.note.SaidTwice;

/** Everything a person's page says about them, each line with where it comes from. */
public record PersonCard(
        Contact contact,
        String about,
        List<Glance> glances,
        List<Line> brief,
        List<Line> news,
        List<Relationship> family,
        List<Entry> facts) {

    private static final int BRIEF_LINES = 3;
    private static final int NEWS_LINES = 5;

    /** Shown elsewhere on the page, or about a note instead of a person. */
    private static final Set<FactKind> NOT_LISTED = Set.of(
            FactKind.PERSON, FactKind.NEWS, FactKind.FAMILY, FactKind.INTERACTION_DATE, FactKind.INTERACTION_PLACE);

    /** What one already knows by heart, or sees in the header anyway. */
    private static final Set<FactKind> NOT_IN_BRIEF = Set.of(
            FactKind.PERSON,
            FactKind.RELATION_TO_ME,
            FactKind.BIRTHDAY,
            FactKind.AGE,
            FactKind.INTERACTION_DATE,
            FactKind.INTERACTION_PLACE);

    /** One of the few things in the header. */
    public record Glance(String icon, String color, String label, String value, String more) {}

    /** One sentence and the note it was read in. */
    public record Line(
            String icon,
            String color,
            String text,
            @Nullable UUID note,
            String day) {}

    /** One row of the fact list; with an id it can be put right. */
    public record Entry(
            String label,
            String value,
            @Nullable String link,
            @Nullable UUID note,
            String day,
            @Nullable UUID fact) {}

    static PersonCard of(ContactContext context, DayWords days) {
        Contact contact = context.contact();
        FactWords words = new FactWords(days, Map.of(contact.id(), contact.displayName()), "Someone");
        List<Fact> newestFirst = Objects.requireNonNull(context.facts()).stream()
                .sorted(Comparator.comparing(Fact::asOf, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(fact -> FactKind.of(fact.kind()) != FactKind.NEWS))
                .toList();
        return new PersonCard(
                contact,
                about(contact),
                glances(contact, days),
                brief(newestFirst, words, days),
                news(context, newestFirst, words, days),
                Objects.requireNonNull(context.family()),
                facts(contact, newestFirst, words, days));
    }

    public String shortName() {
        return contact.shortName();
    }

    private static String about(Contact contact) {
        String relation = contact.relationToMe() == null ? null : FactWords.relation(contact.relationToMe());
        String work = Stream.of(contact.jobTitle(), contact.company())
                .filter(PersonCard::isSaid)
                .collect(Collectors.joining(", "));
        return Stream.of(relation, work, contact.howWeMet())
                .filter(PersonCard::isSaid)
                .map(FactWords::capital)
                .map(part -> part.endsWith(".") ? part : part + ".")
                .collect(Collectors.joining(" "));
    }

    private static List<Glance> glances(Contact contact, DayWords days) {
        List<Glance> glances = new ArrayList<>();
        Birthday birthday = contact.birthday();
        if (birthday != null && birthday.exists()) {
            LocalDate next = birthday.next(days.today());
            Integer age = birthday.age(next);
            String words = FactWords.birthday(birthday.day(), birthday.month(), birthday.year());
            glances.add(new Glance(
                    "cake", "text-k-news", "Birthday", words, (age == null ? "" : age + " ") + days.until(next)));
        }
        if (isSaid(contact.location())) {
            glances.add(
                    new Glance("map-pin", "text-k-place", "Lives in", Objects.requireNonNull(contact.location()), ""));
        }
        if (contact.lastInteractionOn() != null) {
            glances.add(new Glance("clock", "", "Last note", days.recent(contact.lastInteractionOn()), ""));
        }
        return glances;
    }

    private static List<Line> brief(List<Fact> facts, FactWords words, DayWords days) {
        return facts.stream()
                .filter(fact -> !NOT_IN_BRIEF.contains(FactKind.of(fact.kind())))
                .filter(fact -> facts.stream().noneMatch(news -> isPartOf(fact, news)))
                .map(fact -> line(fact, words.sentence(fact).said(), days))
                .collect(Collectors.toMap(
                        Line::text, line -> line, (first, again) -> first, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .limit(BRIEF_LINES)
                .toList();
    }

    /** Whether it was read in a sentence that is told whole, as news: nobody wants to hear it twice. */
    private static boolean isPartOf(Fact fact, Fact news) {
        Fact.Evidence part = fact.evidence();
        Fact.Evidence whole = news.evidence();
        return FactKind.of(news.kind()) == FactKind.NEWS
                && FactKind.of(fact.kind()) != FactKind.NEWS
                && fact.interactionId() != null
                && fact.interactionId().equals(news.interactionId())
                && part != null
                && whole != null
                && part.quote() != null
                && whole.quote() != null
                && whole.quote().contains(part.quote());
    }

    private static List<Line> news(ContactContext context, List<Fact> facts, FactWords words, DayWords days) {
        List<Line> news = facts.stream()
                .filter(fact -> FactKind.of(fact.kind()) == FactKind.NEWS)
                .limit(NEWS_LINES)
                .map(fact -> line(fact, words.value(fact), days))
                .toList();
        Contact.LatestNews latest = context.latestNews();
        if (!news.isEmpty() || latest == null || latest.text() == null) {
            return news;
        }
        return List.of(new Line(
                FactKind.NEWS.icon(),
                FactKind.NEWS.color(),
                latest.text(),
                latest.interactionId(),
                latest.asOf() == null ? "" : days.day(latest.asOf())));
    }

    private static Line line(Fact fact, String text, DayWords days) {
        FactKind kind = FactKind.of(fact.kind());
        return new Line(kind.icon(), kind.color(), text, fact.interactionId(), day(fact, days));
    }

    private static List<Entry> facts(Contact contact, List<Fact> facts, FactWords words, DayWords days) {
        List<Fact> listed = facts.stream()
                .filter(fact -> !NOT_LISTED.contains(FactKind.of(fact.kind())))
                .toList();
        Stream<Entry> understood = listed.stream()
                .filter(fact -> !SaidTwice.isToldBy(fact, listed))
                .map(fact -> new Entry(
                        FactKind.label(fact),
                        words.value(fact),
                        null,
                        fact.interactionId(),
                        day(fact, days),
                        fact.interactionId() == null ? null : fact.id()));
        return Stream.concat(understood, typed(contact)).toList();
    }

    /** What was typed into the form; a web address leads there only when it is one. */
    private static Stream<Entry> typed(Contact contact) {
        return Stream.of(
                        labelled("Phone", contact.phones(), "tel:"),
                        labelled("Email", contact.emails(), "mailto:"),
                        labelled("Address", contact.addresses(), null),
                        labelled("Link", contact.links(), ""),
                        single("About", contact.notes()))
                .flatMap(entries -> entries);
    }

    private static Stream<Entry> labelled(
            String kind, @Nullable List<Contact.Labelled> values, @Nullable String scheme) {
        return Objects.requireNonNull(values).stream()
                .filter(value -> isSaid(value.value()))
                .map(value -> entry(
                        isSaid(value.label()) ? kind + ", " + value.label() : kind,
                        Objects.requireNonNull(value.value()),
                        scheme));
    }

    private static Entry entry(String label, String value, @Nullable String scheme) {
        return new Entry(label, value, link(value, scheme), null, "", null);
    }

    private static @Nullable String link(String value, @Nullable String scheme) {
        if (scheme == null || (scheme.isEmpty() && !value.matches("https?://\\S+"))) {
            return null;
        }
        return scheme + value;
    }

    private static Stream<Entry> single(String label, @Nullable String value) {
        return isSaid(value)
                ? Stream.of(new Entry(label, Objects.requireNonNull(value), null, null, "", null))
                : Stream.of();
    }

    private static String day(Fact fact, DayWords days) {
        return fact.asOf() == null ? "" : days.day(fact.asOf());
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
