package org.memoro.languagemodels.offline.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that tell of a contact, and those that say it did not take place. */
final class ContactPhrases {

    private final Map<Way, List<Phrase>> phrases = new LinkedHashMap<>();
    private final List<Phrase> blockers;

    ContactPhrases() {
        PhraseWords words = new PhraseWords();
        Map<String, List<String>> sections = WordList.sections("meetings/contacts.txt");
        for (Way way : Way.values()) {
            phrases.put(way, parse(sections.getOrDefault(way.heading, List.of()), words));
        }
        blockers = parse(WordList.sections("meetings/blockers.txt").getOrDefault("", List.of()), words);
    }

    /** How people were in contact. */
    enum Way {
        REMOTE("remote"),
        IN_PERSON("in-person"),
        EITHER("either");

        private final String heading;

        Way(String heading) {
            this.heading = heading;
        }
    }

    /** A contact phrase at tokens {@code from} to {@code to} (exclusive). */
    record Found(Way way, int from, int to) {}

    @Nullable
    Found firstIn(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            if (isNaming(note, at)) {
                continue;
            }
            for (Map.Entry<Way, List<Phrase>> entry : phrases.entrySet()) {
                int end = longest(entry.getValue(), note, at, to);
                if (end > at) {
                    return new Found(entry.getKey(), at, end);
                }
            }
        }
        return null;
    }

    /** "is called Mia", "a girlfriend called Lisa". */
    private static boolean isNaming(Note note, int at) {
        return note.is(at, "called")
                && (note.is(at - 1, "is", "are", "was", "were", "be", "been")
                        || (note.isPart(at - 1, "NOUN") && note.isPerson(at + 1) && !note.isPerson(at - 1)));
    }

    boolean isBlocked(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean name = note.is(at, "will") && note.token(at).isCapitalised();
            if (!name && longest(blockers, note, at, to) > at) {
                return true;
            }
        }
        return false;
    }

    private static int longest(List<Phrase> phrases, Note note, int at, int to) {
        int longest = -1;
        for (Phrase phrase : phrases) {
            longest = Math.max(longest, phrase.matchAt(note, at, to));
        }
        return longest;
    }

    private static List<Phrase> parse(List<String> lines, PhraseWords words) {
        return lines.stream().map(line -> Phrase.parse(line, words)).toList();
    }
}
