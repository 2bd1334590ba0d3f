package org.memoro.languagemodels.offline.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Chooses the words of a clause that say what kind of fact it tells. */
final class MainTriggers {

    private final Note note;
    private final Triggers triggers;
    private final Departures departures;

    MainTriggers(Note note, Triggers triggers, Departures departures) {
        this.note = note;
        this.triggers = triggers;
        this.departures = departures;
    }

    /** Where a home was given up, a journey is a move; a move told in so many words says more. */
    @Nullable
    Trigger in(Clause clause, @Nullable FoundFact before) {
        Trigger main = mostTelling(triggers.in(note, clause.from(), clause.to()));
        if (main == null && leadsTheWay(before, clause)) {
            return departures.following(note, clause);
        }
        Trigger arrival = departures.arrival(note, clause);
        return arrival == null || (main != null && main.kind().type() != FactType.TRAVEL) ? main : arrival;
    }

    /** Whether somebody moves, or takes up work elsewhere, in the words right before. */
    private boolean leadsTheWay(@Nullable FoundFact before, Clause clause) {
        return before != null
                && (before.kind().type() == FactType.MOVE || before.kind().type() == FactType.JOB)
                && note.sentenceOf(clause.from()).index()
                                - note.sentenceOf(before.from()).index()
                        <= 1;
    }

    /** The trigger that comes first decides, unless one that shares its words or goes beyond its one word tells more. */
    private @Nullable Trigger mostTelling(List<Trigger> here) {
        Trigger best = null;
        for (Trigger trigger : here) {
            if (best == null || tellsMore(trigger, best)) {
                best = trigger;
            }
        }
        return best;
    }

    /** "has passed her driving test" is no death, which "has passed" alone would be. */
    private static boolean tellsMore(Trigger trigger, Trigger before) {
        int more = trigger.length() - before.length();
        return (more > 0 && trigger.from() < before.to()) || (more > 1 && before.length() == 1);
    }
}
