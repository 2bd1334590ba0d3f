package org.memoro.languagemodels.offline.phrases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.PartialDate.Precision;
import org.memoro.languagemodels.offline.note.Note;

/** A pattern of words such as {@code move~ back? to {place}}, read from a rule file and matched against a note. */
public final class Phrase {

    /** A gap spans no more words than this, and no punctuation. */
    private static final int GAP = 4;

    private final List<Element> elements;

    private Phrase(List<Element> elements) {
        this.elements = elements;
    }

    public static Phrase parse(String line, PhraseWords words) {
        List<Element> elements = new ArrayList<>();
        for (String part : line.split("\\s+")) {
            elements.add(element(part, words));
        }
        return new Phrase(List.copyOf(elements));
    }

    /** The token after the phrase that starts at {@code from} and ends by {@code limit}; -1 when it does not stand there. */
    public int matchAt(Note note, int from, int limit) {
        return match(note, 0, from, limit);
    }

    /** The words the phrase can start with; empty when it may start with anything. */
    public Set<String> firstWords() {
        Set<String> first = new HashSet<>();
        for (Element element : elements) {
            if (element.words.isEmpty()) {
                return Set.of();
            }
            first.addAll(element.words);
            if (!element.optional) {
                break;
            }
        }
        return first;
    }

    private int match(Note note, int index, int at, int limit) {
        if (index == elements.size()) {
            return at;
        }
        Element element = elements.get(index);
        if (element.slot == Slot.END) {
            return at == limit ? match(note, index + 1, at, limit) : -1;
        }
        if (element.isGap()) {
            return matchGap(note, index, at, limit);
        }
        int next = at < limit ? element.end(note, at) : -1;
        if (next > 0 && next <= limit) {
            int end = match(note, index + 1, next, limit);
            if (end >= 0) {
                return end;
            }
        }
        return element.optional ? match(note, index + 1, at, limit) : -1;
    }

    private int matchGap(Note note, int index, int at, int limit) {
        for (int skipped = 0; skipped <= GAP && at + skipped <= limit; skipped++) {
            int end = match(note, index + 1, at + skipped, limit);
            if (end >= 0) {
                return end;
            }
            if (at + skipped < limit && !fits(note, at + skipped, elements.get(index))) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean fits(Note note, int at, Element gap) {
        return gap.slot == Slot.DESCRIPTION ? isDescription(note, at) : isGapWord(note, at);
    }

    private static boolean isGapWord(Note note, int at) {
        return (note.token(at).isWord()
                        || note.is(at, "'s", "'")
                        || Character.isDigit(note.word(at).charAt(0)))
                && !note.is(at, "and", "but", "to");
    }

    /** "senior software" before "engineer". */
    private static boolean isDescription(Note note, int at) {
        return note.isPart(at, "NOUN", "ADJ", "PROPN", "ADV", "NUM") && !note.isPerson(at) && note.dateAt(at) == null;
    }

    private static Element element(String part, PhraseWords words) {
        if (part.startsWith("..")) {
            return new Element(Set.of(), Slot.GAP, true);
        }
        if (part.equals("--")) {
            return new Element(Set.of(), Slot.DESCRIPTION, true);
        }
        boolean optional = part.endsWith("?") && part.length() > 1;
        String core = optional ? part.substring(0, part.length() - 1) : part;
        Set<String> alternatives = new HashSet<>();
        Slot slot = Slot.WORD;
        for (String alternative : core.split("\\|")) {
            if (alternative.equals("{name}")) {
                slot = Slot.NAME;
            } else if (alternative.equals("{person}")) {
                slot = Slot.PERSON;
            } else if (alternative.equals("{company}")) {
                slot = Slot.COMPANY;
            } else if (alternative.equals("{place}")) {
                slot = Slot.PLACE;
            } else if (alternative.equals("{number}")) {
                slot = Slot.NUMBER;
            } else if (alternative.equals("{ordinal}")) {
                slot = Slot.ORDINAL;
            } else if (alternative.equals("{date}")) {
                slot = Slot.DATE;
            } else if (alternative.equals("{month}")) {
                slot = Slot.MONTH;
            } else if (alternative.equals("{end}")) {
                slot = Slot.END;
            } else {
                alternatives.addAll(words.of(alternative));
            }
        }
        // Beside a slot the words would hide it from the index by first word, so the slot alone decides.
        return new Element(
                slot == Slot.WORD ? Set.copyOf(alternatives) : Set.of(), slot, optional, Set.copyOf(alternatives));
    }

    private enum Slot {
        WORD,
        NAME,
        PERSON,
        COMPANY,
        PLACE,
        NUMBER,
        ORDINAL,
        DATE,
        /** A date of weeks rather than days: "May", "next year". */
        MONTH,
        /** Where the clause ends. */
        END,
        GAP,
        DESCRIPTION
    }

    private record Element(Set<String> words, Slot slot, boolean optional, Set<String> orWords) {

        private Element(Set<String> words, Slot slot, boolean optional) {
            this(words, slot, optional, Set.of());
        }

        private boolean isGap() {
            return slot == Slot.GAP || slot == Slot.DESCRIPTION;
        }

        private int end(Note note, int at) {
            if (orWords.contains(note.word(at))) {
                return orWords.size() > 1 && isPossessive(note, at) ? -1 : at + 1;
            }
            return switch (slot) {
                case NAME -> note.isNamed(at) && note.dateAt(at) == null ? at + 1 : -1;
                case PERSON -> note.isPerson(at) || note.is(at, "he", "she", "they") ? at + 1 : -1;
                case COMPANY ->
                    note.isNamed(at) && !note.isPlace(at) && note.dateAt(at) == null && !note.isPerson(at)
                            ? at + 1
                            : -1;
                case PLACE -> note.isPlace(at) && note.dateAt(at) == null ? at + 1 : -1;
                case NUMBER -> Numbers.valueAt(note, at) > 0 ? at + 1 : -1;
                case ORDINAL -> Numbers.ordinalAt(note, at) > 0 ? at + 1 : -1;
                case DATE -> endOfDate(note, at);
                case MONTH -> isMonth(note, at) ? endOfDate(note, at) : -1;
                case WORD, GAP, DESCRIPTION, END -> -1;
            };
        }

        /** The "'s" of "Anna's house" is no form of "be" or "have". */
        private static boolean isPossessive(Note note, int at) {
            return note.is(at, "'s") && (note.isPart(at, "PART") || isBehindPreposition(note, at));
        }

        /** "at St Mary's in Leeds". */
        private static boolean isBehindPreposition(Note note, int at) {
            int name = at - 1;
            while (note.isNamed(name) && !note.startsSentence(name)) {
                name--;
            }
            return name < at - 1 && note.is(name, "at", "@", "round", "outside", "near");
        }

        private static boolean isMonth(Note note, int at) {
            DatePhrase date = note.dateAt(at);
            return date != null && date.said().compareTo(Precision.MONTH) >= 0;
        }

        private static int endOfDate(Note note, int at) {
            DatePhrase date = note.dateAt(at);
            return date == null ? -1 : note.endOf(date);
        }
    }
}
