package org.memoro.languagemodels.offline.facts;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Tells where the words leave open whether something has begun, or for how long. */
final class Beginnings {

    private final Note note;

    Beginnings(Note note) {
        this.note = note;
    }

    Set<Reservation> of(Clause clause, Trigger trigger, boolean named) {
        Set<Reservation> reservations = EnumSet.noneOf(Reservation.class);
        FactType type = trigger.kind().type();
        if (type == FactType.MOVE && isHomeFound(trigger)) {
            reservations.add(Reservation.HOME_FOUND);
        }
        if (type == FactType.MOVE && isForAWhile(clause, trigger)) {
            reservations.add(Reservation.FOR_A_WHILE);
        }
        if (type == FactType.JOB && isTakenOn(clause, trigger)) {
            reservations.add(Reservation.TAKEN_ON);
        }
        boolean steps = type == FactType.JOB || type == FactType.MOVE;
        if (!named && steps && isBareParticiple(clause, trigger)) {
            reservations.add(Reservation.PARTICIPLE);
        }
        return reservations;
    }

    private boolean isHomeFound(Trigger trigger) {
        return IntStream.range(trigger.from(), trigger.to())
                .anyMatch(at -> note.is(
                        at, "got", "found", "rented", "taken", "took", "signed", "notice", "keys", "offer", "get",
                        "gets", "secured", "landed", "bagged"));
    }

    private boolean isForAWhile(Clause clause, Trigger trigger) {
        return IntStream.range(trigger.from(), clause.to()).anyMatch(at -> note.is(at, "till", "until", "til"));
    }

    private boolean isTakenOn(Clause clause, Trigger trigger) {
        return IntStream.range(trigger.from(), Math.min(clause.to(), trigger.to() + 3))
                .anyMatch(at -> note.is(
                        at, "accepted", "posted", "posting", "sabbatical", "interning", "internship", "secondment"));
    }

    /** "interning at NVIDIA", and not "is interning", "started working" or "thinks of moving". */
    private boolean isBareParticiple(Clause clause, Trigger trigger) {
        int verb = trigger.from();
        return note.word(verb).endsWith("ing")
                && note.isPart(verb, "VERB")
                && IntStream.range(clause.from(), verb).noneMatch(note::isVerb);
    }
}
