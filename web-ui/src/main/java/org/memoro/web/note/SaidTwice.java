package org.memoro.web.note;

import java.util.List;
import java.util.Objects;
import org.memoro.web.neighbour.Fact;

/**
 * Facts that say the same sentence about the same person, such as the news of a move and the move itself: a person sees
 * one chip for them, and decides on all of them with it.
 */
public final class SaidTwice {

    private SaidTwice() {}

    /** Whether another fact of the note stands for this one: its news if there is one, else the first that says it. */
    public static boolean isToldBy(Fact fact, List<Fact> understood) {
        return !first(fact, understood).equals(fact);
    }

    /** The fact and all that it stands for. */
    static List<Fact> with(Fact fact, List<Fact> understood) {
        return understood.stream()
                .filter(other -> other.equals(fact) || saysTheSame(fact, other))
                .toList();
    }

    private static Fact first(Fact fact, List<Fact> understood) {
        List<Fact> same = with(fact, understood);
        return same.stream()
                .filter(other -> other.kind().equals("news"))
                .findFirst()
                .orElseGet(() -> same.isEmpty() ? fact : same.getFirst());
    }

    /** What was decided apart stays apart. */
    private static boolean saysTheSame(Fact one, Fact other) {
        return one.value().text() != null
                && Objects.equals(one.value().text(), other.value().text())
                && Objects.equals(one.contactId(), other.contactId())
                && Objects.equals(one.evidence(), other.evidence())
                && Objects.equals(one.state(), other.state());
    }
}
