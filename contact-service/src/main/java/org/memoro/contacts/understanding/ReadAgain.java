package org.memoro.contacts.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.FoldedText;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.fact.Evidence;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactValue;

/**
 * Finds the facts of a note again in a new reading of it: by what they say, else by the passage that says it, since another
 * engine, or another wording around it, makes other words of the same passage.
 */
final class ReadAgain {
    /** Of these a person has one in a note, so that the passage alone tells which is meant. */
    private static final Set<FactKind> ONE_OF_A_KIND =
            Set.of(FactKind.BIRTHDAY, FactKind.LOCATION, FactKind.NEWS, FactKind.RELATION_TO_ME);

    private final List<Fact> unread;
    private final Map<Fact, Fact> known = new LinkedHashMap<>();

    ReadAgain(List<Fact> known, List<Fact> read) {
        this.unread = new ArrayList<>(known);
        for (Fact fact : read) {
            unread.stream()
                    .filter(other -> saysTheSame(fact, other) && fact.subject().equals(other.subject()))
                    .findFirst()
                    .ifPresent(before -> found(fact, before));
        }
        for (Fact fact : read) {
            unread.stream()
                    .filter(other -> !this.known.containsKey(fact)
                            && saysTheSame(fact, other)
                            && fact.contactId() != null
                            && fact.contactId().equals(other.contactId()))
                    .findFirst()
                    .ifPresent(before -> found(fact, before));
        }
        read.stream()
                .filter(fact -> !this.known.containsKey(fact))
                .flatMap(fact -> unread.stream().map(before -> new Pair(fact, before)))
                .filter(Pair::isOfOnePassage)
                .sorted(Comparator.comparingLong(Pair::sharedWords).reversed())
                .toList()
                .forEach(pair -> {
                    if (!this.known.containsKey(pair.read) && unread.contains(pair.before)) {
                        found(pair.read, pair.before);
                    }
                });
    }

    private void found(Fact read, Fact before) {
        known.put(read, before);
        unread.remove(before);
    }

    /** As what a fact of the new reading was known before; null when it is new. */
    @Nullable
    Fact before(Fact read) {
        return known.get(read);
    }

    /** What the new reading says no more. */
    List<Fact> unread() {
        return List.copyOf(unread);
    }

    private static boolean saysTheSame(Fact one, Fact other) {
        return one.kind() == other.kind() && one.said().equals(other.said());
    }

    /** A fact of the new reading and one that may be the same. */
    private record Pair(Fact read, Fact before) {

        boolean isOfOnePassage() {
            return read.kind() == before.kind()
                    && isAboutOne()
                    && overlap(read.evidence(), before.evidence())
                    && (ONE_OF_A_KIND.contains(read.kind())
                            || read.kind().isAboutNote()
                            || read.kind() == FactKind.PERSON
                            || (read.kind() == FactKind.FAMILY ? namesOne() : sharedWords() > 0));
        }

        private boolean isAboutOne() {
            if (read.kind() == FactKind.PERSON) {
                return (read.contactId() == null || before.contactId() == null)
                        && PersonName.parse(read.subject()).mayBe(PersonName.parse(before.subject()));
            }
            return read.subject().equals(before.subject())
                    || (read.contactId() != null && read.contactId().equals(before.contactId()));
        }

        private boolean namesOne() {
            String name = FactValue.detail(read, "name");
            String other = FactValue.detail(before, "name");
            if (name == null || other == null) {
                return Objects.equals(name, other);
            }
            return PersonName.parse(name).mayBe(PersonName.parse(other));
        }

        long sharedWords() {
            Set<String> words = new HashSet<>(words(before));
            return words(read).stream().filter(words::contains).count();
        }
    }

    private static Set<String> words(Fact fact) {
        return new HashSet<>(Arrays.asList(fact.said().split(" ")));
    }

    static boolean overlap(@Nullable Evidence one, @Nullable Evidence other) {
        return one != null && other != null && overlap(FoldedText.of(one.quote()), FoldedText.of(other.quote()));
    }

    private static boolean overlap(String one, String other) {
        return Stream.of(one, other).noneMatch(String::isEmpty)
                && ((" " + one + " ").contains(" " + other + " ") || (" " + other + " ").contains(" " + one + " "));
    }
}
