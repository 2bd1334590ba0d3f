package org.memoro.languagemodels.offline.facts;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Inflections;
import org.memoro.languagemodels.offline.phrases.PhraseWords;

/** Decides whether a fact is so, is planned, may be, or is denied; denial beats doubt, and doubt beats a plan. */
final class StatusWords {

    private final StatusPhrases phrases;
    private final Unstated unstated;
    private final Denials denials;
    private final Doubts doubts;
    private final Inflections inflections;

    StatusWords(PhraseWords words) {
        phrases = new StatusPhrases(words);
        unstated = new Unstated(phrases);
        denials = new Denials(phrases);
        doubts = new Doubts(phrases);
        inflections = words.inflections();
    }

    /** Null where the clause states nothing, as after "if" or "I dreamt that". */
    @Nullable
    FactStatus of(Note note, Clause clause, Trigger trigger) {
        if (unstated.is(note, clause, trigger)) {
            return null;
        }
        FactStatus worded = trigger.kind().status();
        if (worded == FactStatus.NEGATED || denials.cover(note, clause, trigger)) {
            return FactStatus.NEGATED;
        }
        boolean hangsOn = unstated.isConsequence(note, clause.from(), trigger)
                && unstated.isConditional(note, clause.from(), trigger.from());
        if (worded == FactStatus.UNCERTAIN || hangsOn || doubts.cover(note, clause, trigger)) {
            return FactStatus.UNCERTAIN;
        }
        FactStatus status =
                worded != null ? worded : isAhead(note, clause, trigger) ? FactStatus.PLANNED : FactStatus.HAPPENED;
        if (trigger.kind().type() == FactType.DEATH && status == FactStatus.PLANNED) {
            return FactStatus.HAPPENED; // "His memorial is on Saturday": nobody plans to die
        }
        boolean depends = status == FactStatus.PLANNED && isConditional(note, note.sentenceOf(clause.from()));
        return depends ? FactStatus.UNCERTAIN : status;
    }

    /** What a later clause makes of a fact: "…, not sure though" and "…, but it fell through" take it back. */
    FactStatus afterwards(Note note, Clause clause, FactStatus status) {
        if (denials.undo(note, clause.from(), clause.to())) {
            return FactStatus.NEGATED;
        }
        return status != FactStatus.NEGATED && doubts.takeBack(note, clause.from(), clause.to())
                ? FactStatus.UNCERTAIN
                : status;
    }

    private boolean isConditional(Note note, Sentence sentence) {
        return unstated.isConditional(note, sentence.from(), sentence.to());
    }

    private boolean isAhead(Note note, Clause clause, Trigger trigger) {
        if (isBareParticiple(note, clause, trigger.from())) {
            return true;
        }
        if (phrases.standIn(note, clause.from(), trigger.from(), "pending")) {
            return true;
        }
        int from = afterReport(note, clause.from(), trigger.from());
        int to = afterVerb(note, clause, trigger);
        if (phrases.standIn(note, clause.from(), clause.to(), "planned") && !tellsPast(note, from, to)) {
            return true;
        }
        for (int i = trigger.from(); i < clause.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                if (isTakingEffect(note, note.firstToken(date), trigger) && !date.isOnlyBehind(note.today())) {
                    return true;
                }
                boolean bounded = note.is(note.firstToken(date) - 1, "until", "till", "since", "til");
                return !bounded && !tellsPast(note, from, to) && !date.isOnlyBehind(note.today());
            }
        }
        return false;
    }

    /** "has been posted to Kano from July": what was decided takes effect on a day to come. */
    private static boolean isTakingEffect(Note note, int date, Trigger trigger) {
        boolean decided = false;
        for (int at = trigger.from(); at < trigger.to(); at++) {
            decided |= note.is(at, "posted", "transferred", "seconded", "relocated", "deployed", "sent", "accepted");
        }
        return decided && note.is(date - 1, "from", "starting", "effective", "as", "of", "next", "w.e.f");
    }

    /** "new job at SAP, moving to Munich": notes leave out the "is" of what is about to happen. */
    private static boolean isBareParticiple(Note note, Clause clause, int at) {
        boolean first = at == clause.from() || (at == clause.from() + 1 && note.isPart(clause.from(), "ADV", "CCONJ"));
        return first
                && note.is(
                        at,
                        "going",
                        "flying",
                        "heading",
                        "moving",
                        "relocating",
                        "emigrating",
                        "transferring",
                        "leaving",
                        "joining",
                        "starting",
                        "retiring",
                        "quitting",
                        "switching",
                        "changing",
                        "returning",
                        "stepping");
    }

    /** A noun has no time, the verb behind it has: "his divorce came through in March". */
    private static int afterVerb(Note note, Clause clause, Trigger trigger) {
        for (int at = trigger.from(); at < clause.to(); at++) {
            if (note.isVerb(at)) {
                return Math.max(at + 1, trigger.to());
            }
        }
        return trigger.to();
    }

    /** "announced she is stepping down": what is reported has a time of its own. */
    private static int afterReport(Note note, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (note.is(i, "announced", "said", "told", "mentioned", "wrote", "confirmed", "revealed", "texted")) {
                return i + 1;
            }
        }
        return from;
    }

    private boolean tellsPast(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean participle = note.is(i - 1, "be", "is", "are", "'s", "'re", "get", "gets", "getting", "being");
            if (note.is(i, "decided", "agreed", "promised", "planned") && note.is(i + 1, "to", "on")) {
                continue;
            }
            if (!participle && inflections.isPast(note.word(i)) && note.isPart(i, "VERB", "AUX")) {
                return true;
            }
            boolean bare =
                    note.is(i - 1, "to", "will", "'ll", "would", "may", "might", "can", "could", "should", "not");
            if (!bare && note.is(i, "split", "quit", "hurt", "broke", "cut") && note.isPart(i, "VERB")) {
                return true;
            }
        }
        return false;
    }
}
