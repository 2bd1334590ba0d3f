package org.memoro.languagemodels.offline.relations;

import org.memoro.languagemodels.offline.note.Note;

/** Tells the brothers and sisters of a parish or an order from those of a family. */
final class Brethren {

    private final Note note;

    Brethren(Note note) {
        this.note = note;
    }

    /** "Sister Joy … Brother Felix", "Brother Dominic has left the order": whose brother he is nobody says. */
    boolean isNamedAt(int title) {
        if (!note.is(title, "brother", "sister") || !note.token(title).isCapitalised() || !note.isPerson(title + 1)) {
            return false;
        }
        return note.startsSentence(title) ? isOfAnOrder(title) : isOneOfSeveral(title);
    }

    private boolean isOneOfSeveral(int title) {
        for (int at = 0; at < note.size(); at++) {
            boolean other = note.is(at, "brother", "sister", "pastor", "deacon")
                    && note.token(at).isCapitalised();
            if (at != title && other && note.isPerson(at + 1) && !note.startsSentence(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfAnOrder(int title) {
        for (int at = 0; at < note.size(); at++) {
            if (note.is(
                    at,
                    "order",
                    "monastery",
                    "convent",
                    "abbey",
                    "parish",
                    "testified",
                    "testimony",
                    "fellowship",
                    "sermon",
                    "choir",
                    "church",
                    "prayed",
                    "prayer",
                    "taught",
                    "vows",
                    "service",
                    "vigil",
                    "pastor")) {
                return true;
            }
        }
        return isOneOfSeveral(title);
    }
}
