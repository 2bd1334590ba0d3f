package org.memoro.languagemodels.offline.facts;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Phrase;
import org.memoro.languagemodels.offline.phrases.PhraseIndex;
import org.memoro.languagemodels.offline.phrases.PhraseIndex.Match;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.text.WordList;

/** Knows a journey for a move where a home is given up for it: "sold the house and is off to Spain". */
final class Departures {

    private static final Triggers.Kind MOVE = new Triggers.Kind(FactType.MOVE, false, null, Triggers.Form.USUAL);

    private final PhraseIndex<String> leaving = new PhraseIndex<>();
    private final PhraseIndex<String> arriving = new PhraseIndex<>();
    private final PhraseIndex<String> following = new PhraseIndex<>();

    Departures(PhraseWords words) {
        WordList.sections("facts/departures.txt").forEach((heading, lines) -> {
            PhraseIndex<String> index = index(heading);
            lines.forEach(line -> index.add(Phrase.parse(line, words), heading));
        });
    }

    private PhraseIndex<String> index(String heading) {
        return switch (heading) {
            case "leaving" -> leaving;
            case "following" -> following;
            default -> arriving;
        };
    }

    /** "His wife will join him by December": what tells of a move only where somebody else's was told just before. */
    @Nullable
    Trigger following(Note note, Clause clause) {
        Match<String> match = first(following, note, clause.from(), clause.to());
        return match == null ? null : new Trigger(MOVE, match.from(), match.to());
    }

    /** Where the clause says that the way leads, if a home is given up in its sentence or the one before; null if not. */
    @Nullable
    Trigger arrival(Note note, Clause clause) {
        Match<String> match = first(arriving, note, clause.from(), clause.to());
        if (match == null) {
            return null;
        }
        int sentence = note.sentenceOf(clause.from()).index();
        int from = note.sentences().get(Math.max(0, sentence - 1)).from();
        boolean left = first(leaving, note, from, note.sentenceOf(clause.from()).to()) != null;
        return left ? new Trigger(MOVE, match.from(), match.to()) : null;
    }

    private static @Nullable Match<String> first(PhraseIndex<String> index, Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            Match<String> match = index.longestAt(note, at, to);
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
