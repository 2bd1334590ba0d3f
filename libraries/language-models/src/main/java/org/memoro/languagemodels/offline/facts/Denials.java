package org.memoro.languagemodels.offline.facts;

import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Tells what is said not to be so, or to have come to nothing. */
final class Denials {

    private final StatusPhrases phrases;

    Denials(StatusPhrases phrases) {
        this.phrases = phrases;
    }

    boolean cover(Note note, Clause clause, Trigger trigger) {
        int reach = Math.min(clause.to(), Math.max(trigger.to(), afterVerb(note, clause, trigger)));
        if (undo(note, Math.max(trigger.from() + 1, trigger.to() - 1), clause.to())) {
            return true;
        }
        // A phrase that says itself how it is meant, such as "doesn't eat", is not denied by its own "not".
        int end = trigger.kind().status() == null ? reach : trigger.from();
        int from = Scope.afterSubordinator(note, clause.from(), trigger.from());
        return isDenied(note, from, end)
                || phrases.standIn(note, Scope.start(note, clause.from()), trigger.from(), "false");
    }

    /** "… fell through", "… came to nothing": words behind a statement, or a clause of its own, that deny it. */
    boolean undo(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            if (phrases.standAt(note, at, to + StatusPhrases.OVERHANG, "undone")
                    && !phrases.standAt(note, at, note.size(), "leaving")) {
                return true;
            }
        }
        return false;
    }

    /** A noun is denied behind it: "his divorce isn't final". */
    private static int afterVerb(Note note, Clause clause, Trigger trigger) {
        for (int at = trigger.from(); at < trigger.to(); at++) {
            if (note.isVerb(at)) {
                return trigger.to();
            }
        }
        boolean verb = trigger.to() < clause.to() && note.isVerb(trigger.to());
        return verb ? trigger.to() + 2 : trigger.to();
    }

    private boolean isDenied(Note note, int from, int to) {
        for (int at = from; at < to; at++) {
            boolean leaves =
                    note.is(at, "no") && note.is(at + 1, "longer") && !phrases.standAt(note, at, to + 2, "negated");
            if (!leaves
                    && phrases.standAt(note, at, to + 2, "negated")
                    && !phrases.standAt(note, at, note.size(), "harmless")) {
                return true;
            }
        }
        return false;
    }
}
