package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;

/** The word that leads to a place. */
enum Lead {
    /** "at Nopi", "@ Tartine", "outside Tesco". */
    AT,
    /** "in Leeds". */
    IN,
    /** "near Bath". */
    NEAR,
    /** "on Oxford Street". */
    ON,
    /** "went to the Tate Modern". */
    TO,
    /** "walked through Richmond Park", "showed me round Ghent". */
    THROUGH,
    /** "visited Kraków", "hiked the Wildspitze", "hiking on Rax". */
    VISIT,
    /** A comma, dash or bracket. */
    MARK;

    /** Whether a name that no list knows and no word explains may be a place behind it. */
    boolean takesAnyName() {
        return this != ON && this != THROUGH;
    }

    private static final int FAR = 8;

    static @Nullable Lead at(Note note, int at, int from) {
        if (note.is(at, "at", "@", "outside", "inside", "im", "beim", "chez")) {
            return note.is(at, "outside", "inside") && note.is(at + 1, "of") ? null : AT;
        }
        if (note.is(at, "in")) {
            return IN;
        }
        if (note.is(at, "near")) {
            return NEAR;
        }
        boolean climb =
                note.is(at, "on", "up") && note.is(at - 1, "hiking", "hiked", "hike", "climb", "climbing", "skiing");
        boolean whole = note.is(at, "walked", "cycled") && note.is(at + 1, "the") && note.isNamed(at + 2);
        if (climb || whole || note.is(at, "hiked", "climbed", "visited", "toured", "explored")) {
            return VISIT;
        }
        if (note.is(at, "on")) {
            return ON;
        }
        if (note.is(at, "to")) {
            return isOuting(note, at, from) ? TO : null;
        }
        if (note.is(at, ",", "(", "-", "–", "—")) {
            return MARK;
        }
        return isWalk(note, at) ? THROUGH : null;
    }

    /** "went to", "took Mila to", "walked over to"; a flight or a drive only starts there. */
    private static boolean isOuting(Note note, int to, int from) {
        for (int i = to - 1; i >= Math.max(from, to - FAR); i--) {
            if (note.is(i, "went", "took", "popped", "nipped", "outing", "excursion", "invited", "visit", "trip")) {
                return !note.is(i + 1, "back", "home")
                        && !note.is(i - 1, "his", "her", "their")
                        && !isTold(note, i + 1, to);
            }
            if (note.is(i, "rode", "walked", "cycled", "strolled", "hiked", "headed")) {
                return !isTold(note, i + 1, to);
            }
        }
        return false;
    }

    private static boolean isTold(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.isVerb(i)
                    || note.is(
                            i, ",", ";", "about", "talk", "listen", "train", "bus", "flight", "plane", "ferry", "boat",
                            "coach")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWalk(Note note, int at) {
        boolean through = note.is(at, "around", "round", "along", "through", "up", "across", "down");
        return through
                && (note.is(at - 1, "me", "us")
                        || note.is(
                                at - 1,
                                "walked",
                                "hiked",
                                "strolled",
                                "wandered",
                                "cycled",
                                "walk",
                                "hike",
                                "stroll",
                                "wander",
                                "run",
                                "ran",
                                "jog"));
    }
}
