package org.memoro.languagemodels.offline.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.LocationStatus;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that say where somebody lives, and the place that each of them names last. */
final class LocationPhrases {

    private final Map<LocationStatus, List<Phrase>> phrases = new LinkedHashMap<>();
    private final Employers employers = new Employers();

    LocationPhrases(PhraseWords words) {
        WordList.sections("facts/locations.txt").forEach((heading, lines) -> {
            if (!heading.isEmpty()) {
                phrases.put(
                        LocationStatus.valueOf(heading.toUpperCase(Locale.ROOT)),
                        lines.stream().map(line -> Phrase.parse(line, words)).toList());
            }
        });
    }

    /** A phrase from token {@code from} on, about the place at {@code placeFrom} to {@code placeTo} (exclusive). */
    record Hit(LocationStatus status, int from, int placeFrom, int placeTo) {}

    /** The phrase that tells most at this token. */
    @Nullable
    Hit at(Note note, int at, int limit) {
        Hit longest = null;
        int longestEnd = at;
        for (Map.Entry<LocationStatus, List<Phrase>> entry : phrases.entrySet()) {
            for (Phrase phrase : entry.getValue()) {
                int end = phrase.matchAt(note, at, limit);
                int place = end > longestEnd ? lastName(note, at, end) : -1;
                if (place >= 0) {
                    longest = new Hit(entry.getKey(), at, place, endOfPlace(note, place + 1, limit));
                    longestEnd = end;
                }
            }
        }
        return longest == null || isEmployer(note, longest) ? null : longest;
    }

    private static int lastName(Note note, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (note.isNamed(i) && note.dateAt(i) == null) {
                return i;
            }
        }
        return -1;
    }

    /** "moved to Apple as a designer", "in the Berlin office": no place to live. */
    private boolean isEmployer(Note note, Hit hit) {
        if (note.is(hit.placeTo, "office", "branch", "team", "department", "site", "project")) {
            return true;
        }
        return !note.isPlace(hit.placeFrom)
                && (note.is(hit.placeTo, "as") || employers.isKnown(note, hit.placeFrom, hit.placeTo));
    }

    /** Names of more than one word: "Nova Scotia", "Rio de Janeiro", "Isle of Wight". */
    static int endOfPlace(Note note, int from, int limit) {
        int end = from;
        while (end < limit) {
            boolean joint = note.is(end, "of", "de", "am", "upon", "la", "del")
                    && end + 1 < limit
                    && note.isNamed(end + 1)
                    && !note.isPerson(end + 1);
            boolean name = note.isNamed(end)
                    && note.dateAt(end) == null
                    && !note.isPerson(end)
                    && note.token(end).afterSpace();
            if (!joint && !name) {
                return end;
            }
            end++;
        }
        return end;
    }
}
