package org.memoro.languagemodels.offline.facts;

import java.util.EnumSet;
import java.util.Set;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.text.WordList;

/** Tells how a sentence comes by what it says: by hearsay, on a condition, in one long breath. */
final class Manner {

    /** A sentence of more words than this was spoken rather than written. */
    private static final int LONG = 40;

    private static final Set<String> REPORTS = WordList.words("facts/reports.txt");

    private final Note note;
    private final Cast cast;

    Manner(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    Set<Reservation> of(Clause clause, Trigger trigger, Subject subject) {
        Set<Reservation> reservations = EnumSet.noneOf(Reservation.class);
        Sentence sentence = note.sentenceOf(trigger.from());
        if (isSecondHand(sentence, trigger, subject)) {
            reservations.add(Reservation.SECOND_HAND);
        }
        if (isLoose(sentence, clause, trigger)) {
            reservations.add(Reservation.LOOSE_TALK);
        }
        if (sentence.to() - sentence.from() > LONG) {
            reservations.add(Reservation.RAMBLING);
        }
        return reservations;
    }

    /** "Beate says Gregor is leaving": who speaks is not the one spoken of, nor the writer. */
    private boolean isSecondHand(Sentence sentence, Trigger trigger, Subject subject) {
        for (int at = sentence.from(); at < trigger.from(); at++) {
            if (REPORTS.contains(note.word(at)) && note.isVerb(at) && isSaidByAnother(sentence, at, subject)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaidByAnother(Sentence sentence, int report, Subject subject) {
        for (int at = report - 1; at >= sentence.from(); at--) {
            Someone speaker = cast.personAt(at);
            if (speaker != null) {
                return !subject.people().contains(speaker);
            }
            if (note.is(at, "mum", "mom", "dad", "everybody", "everyone", "people", "somebody", "someone", "they")) {
                return true;
            }
        }
        return false;
    }

    /** A condition before what is told, a wish right before it, or a laugh about it. */
    private boolean isLoose(Sentence sentence, Clause clause, Trigger trigger) {
        for (int at = sentence.from(); at < sentence.to(); at++) {
            if (note.isPerson(at)) {
                continue;
            }
            boolean wished = at >= clause.from() && note.is(at, "would", "should", "could", "wish", "hope", "supposed");
            boolean before = at < trigger.from() && (wished || note.is(at, "if", "unless", "otherwise"));
            if (before || note.is(at, "kidding", "joking", "jk", "lol", "haha", "hahaha")) {
                return true;
            }
        }
        return false;
    }
}
