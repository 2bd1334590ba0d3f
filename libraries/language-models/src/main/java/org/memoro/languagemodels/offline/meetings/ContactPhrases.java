package org.memoro.languagemodels.offline.meetings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that tell of a contact, and those that say it did not take place. */
final class ContactPhrases {

    private final Map<String, List<Rule>> byFirstWord = new HashMap<>();
    private final List<Rule> forAnyWord = new ArrayList<>();
    private final List<Phrase> before;
    private final List<Phrase> behind;

    ContactPhrases(PhraseWords words) {
        Map<String, List<String>> sections = WordList.sections("meetings/contacts.txt");
        for (Way way : Way.values()) {
            for (String line : sections.getOrDefault(way.heading, List.of())) {
                add(new Rule(way, Phrase.parse(line, words)));
            }
        }
        Map<String, List<String>> blockers = WordList.sections("meetings/blockers.txt");
        before = parse(blockers.getOrDefault("before", List.of()), words);
        behind = parse(blockers.getOrDefault("behind", List.of()), words);
    }

    /** How people were in contact. */
    enum Way {
        /** The writer is the one who met, saw or went. */
        IN_PERSON("in-person"),
        /** Somebody came to the writer, or did something for the writer. */
        GUEST("guest"),
        REMOTE("remote"),
        EITHER("either"),
        /** Somebody was there too; tells of a meeting only where the writer said to have been. */
        PRESENT("present"),
        /** What the writer did, with or without others. */
        DEED("");

        private final String heading;

        Way(String heading) {
            this.heading = heading;
        }
    }

    /** A contact told by tokens {@code from} to {@code to} (exclusive); {@code ahead} when such is often noted ahead of time. */
    record Found(Way way, int from, int to, boolean ahead) {}

    /** The first phrase of the stretch, of being present only {@code inSetting}; the way listed first where one word starts several, and of those the longest. */
    @Nullable
    Found firstIn(Note note, int from, int to, boolean inSetting) {
        for (int at = from; at < to; at++) {
            Found found = isNaming(note, at) ? null : at(note, at, to);
            if (found != null && (inSetting || found.way() != Way.PRESENT)) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Found at(Note note, int at, int to) {
        Found best = null;
        for (List<Rule> rules : List.of(byFirstWord.getOrDefault(note.word(at), List.of()), forAnyWord)) {
            for (Rule rule : rules) {
                int end = rule.phrase.matchAt(note, at, to);
                boolean better = best == null
                        || rule.way.compareTo(best.way()) < 0
                        || (rule.way == best.way() && end > best.to());
                best = end > at && better ? new Found(rule.way, at, end, false) : best;
            }
        }
        return best;
    }

    /** "is called Mia", "a girlfriend called Lisa". */
    private static boolean isNaming(Note note, int at) {
        return note.is(at, "called")
                && (note.is(at - 1, "is", "are", "was", "were", "be", "been")
                        || (note.isPart(at - 1, "NOUN") && note.isPerson(at + 1) && !note.isPerson(at - 1)));
    }

    /** Whether words up to {@code contact}, or behind it, say that it was only meant, missed or dreamt. */
    boolean isBlocked(Note note, int from, int contact, int to) {
        return finds(before, note, from, contact) || finds(behind, note, contact, to);
    }

    private static boolean finds(List<Phrase> phrases, Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean name = note.is(at, "will") && note.token(at).isCapitalised();
            for (Phrase phrase : name ? List.<Phrase>of() : phrases) {
                if (phrase.matchAt(note, at, to) > at) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Phrase> parse(List<String> lines, PhraseWords words) {
        return lines.stream().map(line -> Phrase.parse(line, words)).toList();
    }

    private void add(Rule rule) {
        Set<String> first = rule.phrase.firstWords();
        if (first.isEmpty()) {
            forAnyWord.add(rule);
        }
        first.forEach(word ->
                byFirstWord.computeIfAbsent(word, key -> new ArrayList<>()).add(rule));
    }

    private record Rule(Way way, Phrase phrase) {}
}
