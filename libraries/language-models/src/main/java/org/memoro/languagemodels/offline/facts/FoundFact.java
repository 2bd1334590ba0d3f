package org.memoro.languagemodels.offline.facts;

import java.util.EnumSet;
import java.util.Set;
import org.memoro.languagemodels.Extraction.FactStatus;

/** A fact while its sentence is still being read: what comes behind may add to its words or take them back. */
final class FoundFact {

    private final Triggers.Kind kind;
    private final int from;
    private final Set<Reservation> reservations;
    private FactStatus status;
    private int to;

    FoundFact(Triggers.Kind kind, FactStatus status, int from, int to, Set<Reservation> reservations) {
        this.kind = kind;
        this.status = status;
        this.from = from;
        this.to = to;
        this.reservations = reservations;
    }

    Triggers.Kind kind() {
        return kind;
    }

    FactStatus status() {
        return status;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    double confidence() {
        Set<Reservation> all = EnumSet.copyOf(reservations);
        if (status == FactStatus.UNCERTAIN) {
            all.add(Reservation.NOT_CERTAIN);
        }
        return Reservation.confidence(all);
    }

    void reachTo(int end) {
        to = end;
    }

    void setStatus(FactStatus now) {
        status = now;
    }
}
