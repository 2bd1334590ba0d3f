package org.memoro.languagemodels.offline.facts;

import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Tells what is only supposed, dreamt, asked, once meant or narrowly missed, so that nothing is stated at all. */
final class Unstated {

    /** "was going to finally buy", "almost didn't buy": what was missed stands this close before it. */
    private static final int CLOSE = 3;

    private final StatusPhrases phrases;

    Unstated(StatusPhrases phrases) {
        this.phrases = phrases;
    }

    boolean is(Note note, Clause clause, Trigger trigger) {
        int sentence = note.sentenceOf(clause.from()).from();
        return (isConditional(note, clause.from(), trigger.from()) && !isConsequence(note, clause.from(), trigger))
                || isMissed(note, clause.from(), trigger.from())
                || isQuoted(note, sentence, trigger.from())
                || isBygone(note, clause.from(), trigger)
                || phrases.standIn(note, Scope.start(note, clause.from()), trigger.from(), "imagined")
                || phrases.standIn(
                        note, sentence, note.sentenceOf(clause.from()).to(), "fiction");
    }

    /** "if she gets the job", "had he been married", but not "not sure if" and "even if". */
    boolean isConditional(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean doubt =
                    note.is(at - 1, "sure", "certain", "know", "knows", "wonder", "wonders", "wondering", "see");
            if (!doubt && phrases.standAt(note, at, to + 2, "condition")) {
                return true;
            }
        }
        return isInverted(note, from);
    }

    /** "If the job comes off they'll move": what a condition leads to is told, though not for certain. */
    boolean isConsequence(Note note, int from, Trigger trigger) {
        if (trigger.kind().type() != FactType.MOVE) {
            return false;
        }
        boolean verb = false;
        for (int at = from; at < trigger.from(); at++) {
            boolean subject = note.isPerson(at) || note.is(at, "he", "she", "they");
            if (verb && subject && note.is(at + 1, "will", "'ll", "would", "'d", "may", "might", "could")) {
                return true;
            }
            verb |= note.isVerb(at);
        }
        return false;
    }

    /** "Had Tom been married he would have told me." */
    private static boolean isInverted(Note note, int from) {
        if (!note.is(from, "had", "should", "were") || !note.startsSentence(from)) {
            return false;
        }
        boolean someone = note.isPerson(from + 1) || note.is(from + 1, "he", "she", "they", "i", "we", "it");
        boolean would = false;
        for (int at = from + 2; at < note.sentenceOf(from).to(); at++) {
            would |= note.is(at, "would", "'d", "will", "'ll", "could", "might");
        }
        return someone && would;
    }

    /** "used to have a dog": what no longer lasts is of interest only in a life's jobs and homes. */
    private boolean isBygone(Note note, int from, Trigger trigger) {
        boolean history =
                trigger.kind().type() == FactType.JOB || trigger.kind().type() == FactType.MOVE;
        return trigger.kind().lasting() && !history && phrases.standIn(note, from, trigger.from(), "bygone");
    }

    /** Who speaks between quotation marks, and about whom, is not known. */
    private static boolean isQuoted(Note note, int from, int to) {
        boolean quoted = false;
        for (int at = from; at < to; at++) {
            quoted = note.is(at, "“", "„", "«") || (quoted != note.is(at, "\"", "”", "»"));
        }
        return quoted;
    }

    private boolean isMissed(Note note, int from, int to) {
        for (int at = from; at <= to; at++) {
            int end = phrases.endAt(note, at, to + 1, "missed");
            boolean counted =
                    note.token(Math.max(0, Math.min(end, note.size() - 1))).isNumber();
            if (end > at && end <= to + 1 && to - end < CLOSE && !counted) {
                return true;
            }
        }
        return false;
    }
}
