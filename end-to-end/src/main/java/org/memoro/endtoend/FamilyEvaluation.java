package org.memoro.endtoend;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.dates.DateGrammar;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.OfflineExtractor;
import tools.jackson.databind.JsonNode;

/**
 * Reads spouses, children and birth dates out of encyclopedia prose: {@code {text, exhaustive_for, facts:[{property,
 * subject, object}]}} a line, in the shape of KnowledgeNet.
 *
 * <p>Prose is not what people note down, so this shows how the rules fare on text that nobody here wrote. Counted are
 * facts between names, once each; names agree when one holds all words of the other. A birth date counts when day and
 * month agree, since a note's birthday needs both.
 */
final class FamilyEvaluation {
    private static final Set<String> NO_NAMES = Set.of(
            "he", "she", "his", "her", "him", "they", "their", "who", "whom", "whose", "i", "my", "me", "it", "its",
            "himself", "herself", "hers");
    private static final Set<Relation> SPOUSES = Set.of(Relation.HUSBAND, Relation.WIFE, Relation.SPOUSE);
    private static final Set<Relation> CHILDREN = Set.of(Relation.DAUGHTER, Relation.SON, Relation.CHILD);
    private static final Set<Relation> PARENTS = Set.of(Relation.MOTHER, Relation.FATHER, Relation.PARENT);
    private static final Instant WRITTEN =
            LocalDate.of(2019, 6, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final Path file;
    private final OfflineExtractor extractor = new OfflineExtractor();
    private final DateGrammar dates = new DateGrammar();

    FamilyEvaluation(Path file) {
        this.file = file;
    }

    /** What is compared, by its name in the data. */
    private enum Property {
        SPOUSE,
        CHILD_OF,
        DATE_OF_BIRTH
    }

    /** Two names, or a name and a day; which of a couple is named first means nothing. */
    private record Stated(String subject, String object) {
        boolean agrees(Stated other, boolean eitherWay) {
            return (same(subject, other.subject) && same(object, other.object))
                    || (eitherWay && same(subject, other.object) && same(object, other.subject));
        }
    }

    void run() {
        Map<Property, Counts> counts = new EnumMap<>(Property.class);
        for (JsonNode passage : JsonLines.read(file)) {
            Extraction understood = extractor.extract(
                    new ExtractionRequest(passage.path("text").asString(), WRITTEN, ZoneId.of("UTC"), List.of()));
            for (Property property : Property.values()) {
                if (passage.path("exhaustive_for").valueStream().anyMatch(p -> p.asString()
                        .equals(property.name()))) {
                    counts.merge(property, compare(property, passage, understood), Counts::plus);
                }
            }
        }
        System.out.println("Prose (" + file.getFileName() + "), offline:");
        counts.forEach((property, count) -> System.out.printf(
                Locale.ROOT,
                "  %-14s %s%n",
                property.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count));
    }

    private Counts compare(Property property, JsonNode passage, Extraction understood) {
        boolean eitherWay = property == Property.SPOUSE;
        List<Stated> known = distinct(known(property, passage), eitherWay);
        List<Stated> found = distinct(found(property, understood), eitherWay);
        int right = (int) known.stream()
                .filter(fact -> found.stream().anyMatch(said -> said.agrees(fact, eitherWay)))
                .count();
        int wrong = (int) found.stream()
                .filter(said -> known.stream().noneMatch(fact -> fact.agrees(said, eitherWay)))
                .count();
        return new Counts(right, wrong, known.size() - right);
    }

    private List<Stated> known(Property property, JsonNode passage) {
        return passage.path("facts")
                .valueStream()
                .filter(fact -> fact.path("property").asString().equals(property.name()))
                .map(fact -> new Stated(
                        fact.path("subject").asString(), fact.path("object").asString()))
                .filter(fact -> isName(fact.subject()) && isName(fact.object()))
                .flatMap(fact -> property == Property.DATE_OF_BIRTH ? dated(fact) : Stream.of(fact))
                .toList();
    }

    private Stream<Stated> dated(Stated fact) {
        return dates.find(fact.object(), LocalDate.ofInstant(WRITTEN, ZoneOffset.UTC)).stream()
                .filter(DatePhrase::namesCalendarDay)
                .limit(1)
                .map(date -> new Stated(
                        fact.subject(),
                        day(
                                date.past().first().getMonthValue(),
                                date.past().first().getDayOfMonth())));
    }

    private static List<Stated> found(Property property, Extraction understood) {
        List<Stated> found = new ArrayList<>();
        for (Person person : understood.people()) {
            if (property == Property.DATE_OF_BIRTH && person.birthday() != null) {
                found.add(new Stated(
                        person.mention(),
                        day(person.birthday().month(), person.birthday().day())));
            }
            for (FamilyMember member : person.familyMembers()) {
                String name = member.name();
                if (name != null) {
                    related(property, person.mention(), member.relation(), name, found);
                }
            }
        }
        return found;
    }

    private static void related(Property property, String person, Relation relation, String name, List<Stated> found) {
        if (property == Property.SPOUSE && SPOUSES.contains(relation)) {
            found.add(new Stated(person, name));
        }
        if (property == Property.CHILD_OF && CHILDREN.contains(relation)) {
            found.add(new Stated(name, person)); // the data names the child first
        }
        if (property == Property.CHILD_OF && PARENTS.contains(relation)) {
            found.add(new Stated(person, name));
        }
    }

    private static List<Stated> distinct(List<Stated> facts, boolean eitherWay) {
        List<Stated> distinct = new ArrayList<>();
        facts.stream()
                .filter(fact -> distinct.stream().noneMatch(other -> other.agrees(fact, eitherWay)))
                .forEach(distinct::add);
        return distinct;
    }

    private static boolean isName(String text) {
        return !NO_NAMES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static String day(int month, int day) {
        return String.format(Locale.ROOT, "%02d-%02d", month, day);
    }

    private static boolean same(String one, String other) {
        Set<String> first = words(one);
        Set<String> second = words(other);
        return !first.isEmpty() && !second.isEmpty() && (first.containsAll(second) || second.containsAll(first));
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        Set<String> words =
                new LinkedHashSet<>(List.of(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")));
        words.remove("");
        return words;
    }
}
