package org.memoro.languagemodels.offline.facts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseIndex;
import org.memoro.languagemodels.offline.phrases.PhraseIndex.Match;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** The phrases that say where somebody lives, and the place that each of them names last. */
final class LocationPhrases {

    private final PhraseIndex<Section> telling = new PhraseIndex<>();
    private final PhraseIndex<Section> tellingBehindMove = new PhraseIndex<>();
    private final Employers employers = new Employers();

    LocationPhrases(PhraseWords words) {
        WordList.sections("facts/locations.txt").forEach((heading, lines) -> {
            if (!heading.isEmpty()) {
                Section section = Section.valueOf(heading.toUpperCase(Locale.ROOT));
                PhraseIndex<Section> index = section == Section.ARRIVING ? tellingBehindMove : telling;
                lines.forEach(line -> index.add(Phrase.parse(line, words), section));
            }
        });
    }

    /** What the words say about the time somebody lives there. */
    enum Section {
        PAST,
        CURRENT,
        /** A home found: lived in, or still to be moved to. */
        ACQUIRED,
        PLANNED,
        /** Where a move led or leads that was told just before. */
        ARRIVING
    }

    /** A phrase from token {@code from} on, about the place at {@code placeFrom} to {@code placeTo} (exclusive). */
    record Hit(Section section, int from, int placeFrom, int placeTo) {}

    /** The phrase that tells most at this token. */
    @Nullable
    Hit at(Note note, int at, int limit) {
        return hit(telling.longestAt(note, at, limit), note, limit);
    }

    /** The phrase at this token that tells where a move leads. */
    @Nullable
    Hit behindMove(Note note, int at, int limit) {
        return hit(tellingBehindMove.longestAt(note, at, limit), note, limit);
    }

    private @Nullable Hit hit(@Nullable Match<Section> match, Note note, int limit) {
        int place = match == null ? -1 : lastName(note, match.from(), match.to());
        if (match == null || place < 0) {
            return null;
        }
        Hit hit = new Hit(match.meaning(), match.from(), place, endOfPlace(note, place + 1, limit));
        return isEmployer(note, hit, match.to()) ? null : hit;
    }

    private static int lastName(Note note, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (note.isNamed(i) && note.dateAt(i) == null) {
                return i;
            }
        }
        return -1;
    }

    /** "moved to Apple as a designer", "in the Berlin office": no place to live, but "posted to the Oslo office" leads there. */
    private boolean isEmployer(Note note, Hit hit, int end) {
        boolean office = note.is(hit.placeTo, "office", "branch", "team", "department", "site", "project");
        if (office && end <= hit.placeTo) {
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
