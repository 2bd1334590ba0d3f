package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;

/** What joins two people: a word of it stands at {@code verb}, the second name may follow from {@code to}. */
record Bond(Relation relation, int verb, int to, boolean isTransitive, boolean isMutual) {

    static @Nullable Bond at(Note note, int at) {
        if (note.is(at, "married", "marries", "wed", "wedded", "remarried")) {
            return married(note, at);
        }
        if (note.is(at, "marrying", "marry") && !note.is(at + 1, "off", "into")) {
            return new Bond(Relation.FIANCE, at, at + 1, true, note.is(at, "marrying"));
        }
        if (note.is(at, "engaged")) {
            return new Bond(Relation.FIANCE, at, note.is(at + 1, "to") ? at + 2 : at + 1, note.is(at + 1, "to"), true);
        }
        if (note.is(at, "proposed") && note.is(at + 1, "to")) {
            return new Bond(Relation.FIANCE, at, at + 2, true, false);
        }
        if (note.is(at, "dating", "dates")) {
            return new Bond(Relation.PARTNER, at, at + 1, true, note.is(at, "dating"));
        }
        if (note.is(at, "going", "goes") && note.is(at + 1, "out") && note.is(at + 2, "with")) {
            return new Bond(Relation.PARTNER, at, at + 3, true, false);
        }
        return null;
    }

    private static Bond married(Note note, int at) {
        boolean to = note.is(at + 1, "to");
        boolean ahead = note.is(at - 1, "getting", "get") || note.is(at - 2, "be", "will", "'ll");
        boolean mutual = note.is(
                at - 1, "got", "are", "were", "get", "getting", "'re", "be", "been", "now", "finally", "both",
                "happily");
        return new Bond(ahead ? Relation.FIANCE : Relation.SPOUSE, at, to ? at + 2 : at + 1, true, mutual);
    }
}
