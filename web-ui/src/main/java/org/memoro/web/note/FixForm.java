package org.memoro.web.note;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.neighbour.Fact;

/** The few fields with which a person puts a fact right. */
public record FixForm(
        UUID note,
        UUID fact,
        NoteCard.Layout layout,
        String kind,
        String title,
        String quote,
        List<Field> fields,
        List<Option> people,
        String person,
        @Nullable String error) {

    /** The choice that makes a new contact. */
    static final String SOMEONE_NEW = "new";

    private static final List<String> RELATIONS = List.of(
            "mother",
            "father",
            "parent",
            "daughter",
            "son",
            "child",
            "sister",
            "brother",
            "sibling",
            "husband",
            "wife",
            "spouse",
            "partner",
            "girlfriend",
            "boyfriend",
            "fiance",
            "ex_partner",
            "grandmother",
            "grandfather",
            "grandson",
            "granddaughter",
            "grandchild",
            "aunt",
            "uncle",
            "niece",
            "nephew",
            "cousin",
            "mother_in_law",
            "father_in_law",
            "sister_in_law",
            "brother_in_law",
            "son_in_law",
            "daughter_in_law",
            "stepparent",
            "stepchild",
            "godparent",
            "godchild",
            "friend",
            "colleague",
            "boss",
            "neighbour",
            "roommate",
            "teacher",
            "doctor",
            "other");

    /** One value to type or to choose. */
    public record Field(String name, String label, String type, String value, List<Option> options) {

        static Field typed(String name, String label, @Nullable Object value) {
            return new Field(name, label, "text", value == null ? "" : value.toString(), List.of());
        }

        static Field chosen(String name, String label, @Nullable Object value, List<Option> options) {
            return new Field(name, label, "select", value == null ? "" : value.toString(), options);
        }
    }

    /** One thing to choose. */
    public record Option(String value, String label) {}

    static FixForm of(UUID note, Fact fact, Map<UUID, String> names, String title, NoteCard.Layout layout) {
        Fact.Evidence evidence = fact.evidence();
        String quote = evidence == null || evidence.quote() == null ? "" : evidence.quote();
        return new FixForm(
                note,
                Objects.requireNonNull(fact.id()),
                layout,
                fact.kind(),
                title,
                quote,
                fields(fact),
                people(fact, names),
                fact.contactId() == null ? "" : fact.contactId().toString(),
                null);
    }

    FixForm with(Map<String, String> typed, String problem) {
        List<Field> kept = fields.stream()
                .map(field -> new Field(
                        field.name(),
                        field.label(),
                        field.type(),
                        typed.getOrDefault(field.name(), field.value()),
                        field.options()))
                .toList();
        return new FixForm(
                note, fact, layout, kind, title, quote, kept, people, typed.getOrDefault("person", person), problem);
    }

    public boolean isAboutWho() {
        return kind.equals("person");
    }

    public String url(String what) {
        return "/notes/" + note + "/facts/" + fact + what + (layout == NoteCard.Layout.ENTRY ? "?as=entry" : "");
    }

    private static List<Field> fields(Fact fact) {
        Fact.Value value = fact.value();
        return switch (FactKind.of(fact.kind())) {
            case PERSON -> List.of();
            case RELATION_TO_ME -> List.of(relation("Who they are to you", value));
            case FAMILY -> List.of(relation("Relation", value), Field.typed("name", "Name", value.name()));
            case BIRTHDAY ->
                List.of(
                        Field.typed("day", "Day", value.day()),
                        Field.chosen("month", "Month", value.month(), months()),
                        Field.typed("year", "Year, if you know it", value.year()));
            case LOCATION ->
                List.of(
                        Field.typed("place", "Place", value.place()),
                        Field.chosen(
                                "when",
                                "When",
                                value.when(),
                                List.of(
                                        new Option("current", "Lives there now"),
                                        new Option("planned", "Is moving there"),
                                        new Option("past", "Lived there before"))));
            case INTERACTION_PLACE ->
                List.of(Field.typed("name", "Place", value.name()), Field.typed("city", "Town", value.city()));
            case INTERACTION_DATE -> List.of(date("When it happened", value));
            case FOLLOW_UP -> List.of(Field.typed("text", "What", value.text()), date("When", value));
            default -> List.of(Field.typed("text", FactKind.of(fact.kind()).label(), value.text()));
        };
    }

    private static Field relation(String label, Fact.Value value) {
        return Field.chosen(
                "relation",
                label,
                value.relation(),
                RELATIONS.stream()
                        .map(word -> new Option(word, FactWords.capital(FactWords.relation(word))))
                        .toList());
    }

    private static Field date(String label, Fact.Value value) {
        String day = value.date() != null && value.date().length() == 10 ? value.date() : "";
        return new Field("date", label, "date", day, List.of());
    }

    private static List<Option> months() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month ->
                        new Option(Integer.toString(month), Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK)))
                .toList();
    }

    /** Notes themselves have places and dates; all else is about someone. */
    private static List<Option> people(Fact fact, Map<UUID, String> names) {
        if (fact.kind().startsWith("interaction-")) {
            return List.of();
        }
        Stream<Option> known = names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(person -> new Option(person.getKey().toString(), person.getValue()));
        List<Option> people = new ArrayList<>(known.toList());
        people.add(new Option(SOMEONE_NEW, "Someone new"));
        return people;
    }
}
