package org.memoro.languagemodels.offline.facts;

import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Tells what is wished, possible, somebody's opinion or only heard of. */
final class Doubts {

    /** An afterthought has hardly more words than this. */
    private static final int AFTERTHOUGHT = 3;

    private final StatusPhrases phrases;

    Doubts(StatusPhrases phrases) {
        this.phrases = phrases;
    }

    boolean cover(Note note, Clause clause, Trigger trigger) {
        int reach = Math.min(clause.to(), trigger.to());
        int from = Scope.afterSubordinator(note, clause.from(), trigger.from());
        return phrases.standIn(note, from, reach, "uncertain")
                || phrases.standIn(note, Scope.start(note, clause.from()), clause.from(), "opinion")
                || phrases.standIn(note, clause.from(), trigger.from(), "opinion")
                || phrases.standIn(note, hearsayFrom(note, clause), trigger.from(), "hearsay")
                || phrases.standIn(note, reach, clause.to(), "afterthought");
    }

    /** Words that take back half of what was said just before them: "…, or so I heard", "Not sure though." */
    boolean takeBack(Note note, int from, int to) {
        for (int at = from; at < Math.min(to, from + AFTERTHOUGHT + 1); at++) {
            int end = phrases.endAt(note, at, to, "afterthought");
            if (end > at && (to - end < AFTERTHOUGHT || isAboutHearing(note, end, to))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutHearing(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            if (note.is(at, "heard", "understood", "misheard", "remember", "true")) {
                return true;
            }
        }
        return false;
    }

    /** "Rumour has it, …" and "apparently, …" reach over commas up to "but" and ";". */
    private static int hearsayFrom(Note note, Clause clause) {
        int at = clause.from();
        int sentence = note.sentenceOf(at).from();
        while (at > sentence && !note.is(at - 1, ";", "but", "—", "–", "(", ")")) {
            at--;
        }
        return at;
    }
}
