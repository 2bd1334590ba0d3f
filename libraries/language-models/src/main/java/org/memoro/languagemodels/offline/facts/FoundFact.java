package org.memoro.languagemodels.offline.facts;

import org.memoro.languagemodels.Extraction.FactStatus;

/** A fact while its sentence is still being read: what comes behind may add to its words or take them back. */
final class FoundFact {

    private final Triggers.Kind kind;
    private final int from;
    private final double confidence;
    private FactStatus status;
    private int to;

    FoundFact(Triggers.Kind kind, FactStatus status, int from, int to, double confidence) {
        this.kind = kind;
        this.status = status;
        this.from = from;
        this.to = to;
        this.confidence = confidence;
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
        return confidence;
    }

    void reachTo(int end) {
        to = end;
    }

    void setStatus(FactStatus now) {
        status = now;
    }
}
