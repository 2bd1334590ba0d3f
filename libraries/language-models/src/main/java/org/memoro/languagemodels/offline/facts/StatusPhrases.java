package org.memoro.languagemodels.offline.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that say how a statement is meant, kept under the meaning they have. */
final class StatusPhrases {

    /** A phrase may end this far behind the words it is looked for in. */
    static final int OVERHANG = 2;

    private final Map<String, List<Phrase>> phrases = new HashMap<>();

    StatusPhrases(PhraseWords words) {
        WordList.sections("facts/status-words.txt")
                .forEach((meaning, lines) -> phrases.put(
                        meaning,
                        lines.stream().map(line -> Phrase.parse(line, words)).toList()));
    }

    /** Whether a phrase of this meaning begins among the tokens {@code from} to {@code to} (exclusive). */
    boolean standIn(Note note, int from, int to, String meaning) {
        for (int at = from; at < to; at++) {
            if (standAt(note, at, to + OVERHANG, meaning)) {
                return true;
            }
        }
        return false;
    }

    boolean standAt(Note note, int at, int limit, String meaning) {
        return endAt(note, at, limit, meaning) > at;
    }

    /** The token after the phrase of this meaning that begins here; -1 when none does. */
    int endAt(Note note, int at, int limit, String meaning) {
        // A capital makes "May" a month or a name, and "Will" a name; Hope and Grace say nothing either.
        boolean name = note.is(at, "may", "will") && note.token(at).isCapitalised() && !note.startsSentence(at);
        if (name || note.isPerson(at)) {
            return -1;
        }
        int end = Math.min(limit, note.sentenceOf(at).to());
        for (Phrase phrase : phrases.getOrDefault(meaning, List.of())) {
            int matched = phrase.matchAt(note, at, end);
            if (matched > at) {
                return matched;
            }
        }
        return -1;
    }
}
