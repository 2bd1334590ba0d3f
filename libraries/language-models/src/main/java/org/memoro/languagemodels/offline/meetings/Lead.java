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
    /** "drove to Rotorua to see Whetu". */
    TRIP,
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
        if (note.is(at, "from")) {
            return isPickUp(note, at, from) ? AT : null;
        }
        boolean climb =
                note.is(at, "on", "up") && note.is(at - 1, "hiking", "hiked", "hike", "climb", "climbing", "skiing");
        boolean stroll = note.is(at, "on", "along", "up")
                && note.is(at + 1, "the")
                && note.isNamed(at + 2)
                && note.is(
                        at - 1,
                        "walk",
                        "walked",
                        "walking",
                        "stroll",
                        "strolled",
                        "run",
                        "ran",
                        "jog",
                        "ride",
                        "cycled");
        boolean whole = note.is(at, "walked", "cycled") && note.is(at + 1, "the") && note.isNamed(at + 2);
        if (climb
                || stroll
                || whole
                || note.is(at, "hiked", "climbed", "visited", "toured", "explored", "reached")
                || isRound(note, at)) {
            return VISIT;
        }
        if (note.is(at, "on")) {
            return ON;
        }
        if (note.is(at, "to")) {
            return isTrip(note, at, from) ? TRIP : isOuting(note, at, from) ? TO : null;
        }
        if (note.is(at, ",", "(", "-", "–", "—", ":")) {
            return MARK;
        }
        return isWalk(note, at) ? THROUGH : null;
    }

    /** "picked Anna up from Stansted", "just back from the Ritz". */
    private static boolean isPickUp(Note note, int at, int from) {
        for (int i = at - 1; i >= Math.max(from, at - FAR); i--) {
            if (note.is(i, "picked", "collected", "fetched") || (note.is(i, "back", "home") && i == at - 1)) {
                return true;
            }
        }
        return false;
    }

    /** "did the Mission Peak hike". */
    private static boolean isRound(Note note, int at) {
        if (!note.is(at, "did") || !note.is(at + 1, "the")) {
            return false;
        }
        int end = at + 2;
        while (note.isNamed(end)) {
            end++;
        }
        return end > at + 2 && note.is(end, "hike", "walk", "trail", "loop", "climb", "run", "circuit", "ride");
    }

    /** "went to", "took Mila to", "walked over to"; a flight or a drive only starts there. */
    private static boolean isOuting(Note note, int to, int from) {
        for (int i = to - 1; i >= Math.max(from, to - FAR); i--) {
            if (note.is(
                    i, "went", "gone", "took", "popped", "nipped", "outing", "excursion", "invited", "visit", "trip")) {
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

    private static boolean isTrip(Note note, int to, int from) {
        for (int i = to - 1; i >= Math.max(from, to - FAR); i--) {
            if (note.is(i, "drove", "flew", "train", "bus", "ferry", "coach", "travelled", "traveled", "came")) {
                return isToSeeSomebody(note, to)
                        || (!note.is(i, "ferry", "train", "bus", "coach") && isWithSomebody(note, to));
            }
        }
        return false;
    }

    /** "drove to Rotorua to see Whetu", "flew to Chennai for Subbu's party": whoever tells it that way arrived. */
    private static boolean isToSeeSomebody(Note note, int to) {
        for (int i = to + 2; i < to + FAR && note.sameSentence(i, to); i++) {
            if ((note.is(i, "to") && note.is(i + 1, "see", "visit", "meet", "stay", "help", "celebrate", "surprise"))
                    || (note.is(i, "for") && note.isPerson(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** "drove to Hythe with Tom". */
    private static boolean isWithSomebody(Note note, int to) {
        for (int i = to + 2; i < to + FAR && note.sameSentence(i, to); i++) {
            if (note.is(i, "with", "w/", "w") && note.isPerson(i + 1)) {
                return true;
            }
            if (note.is(i, "and", ",") || note.isVerb(i)) {
                return false;
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
