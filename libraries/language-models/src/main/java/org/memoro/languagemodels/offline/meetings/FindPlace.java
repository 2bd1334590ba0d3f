package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;

/** Finds the named place of a meeting: a venue after "at" or "@", a town after "in". */
final class FindPlace {

    private static final double CONFIDENCE = 0.85;

    private final Gazetteer gazetteer;

    FindPlace(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Nullable
    Place in(Note note, Cast cast, int from, int to) {
        String name = null;
        String city = null;
        int first = -1;
        int last = -1;
        for (int i = from; i < to; i++) {
            Spot spot = spotAt(note, cast, i, from, to);
            if (spot == null) {
                continue;
            }
            String text = note.text(spot.from, spot.to);
            boolean taken = spot.isCity ? city != null : name != null;
            if (!taken) {
                name = spot.isCity ? name : text;
                city = spot.isCity ? text : city;
                first = first < 0 ? i : first;
                last = spot.to;
            }
            i = spot.to - 1;
        }
        return first < 0 ? null : new Place(name, city, note.evidence(first, last), CONFIDENCE, false);
    }

    private record Spot(int from, int to, boolean isCity) {}

    private @Nullable Spot spotAt(Note note, Cast cast, int at, int from, int to) {
        if (note.is(at, ",") && isTownBehindVenue(note, cast, at, from)) {
            return new Spot(at + 1, end(note, at + 1, to), true);
        }
        boolean walked = note.is(at, "hiked", "climbed", "walked", "visited", "toured", "explored")
                || (note.is(at, "around", "along", "through", "up", "across")
                        && note.is(
                                at - 1, "walked", "hiked", "strolled", "wandered", "cycled", "walk", "hike", "stroll"));
        if (!walked && !note.is(at, "at", "@", "in", "on", "near")) {
            return null;
        }
        int start = note.is(at + 1, "the", "a") ? at + 2 : at + 1;
        if (start >= to || !note.isNamed(start) || note.dateAt(start) != null || cast.personAt(start) != null) {
            return null;
        }
        int end = end(note, start, to);
        if (note.is(end, "'s") && !note.is(end + 1, "place", "house", "flat", "party", "wedding", "birthday")) {
            end++;
        }
        if (isEventOrOffice(note, end)) {
            return null;
        }
        boolean venue = false;
        for (int i = start; i < end; i++) {
            venue |= gazetteer.isVenueWord(note.word(i));
        }
        boolean hall = note.is(at, "at", "@") && end - start > 1 && !gazetteer.isPlace(note.word(end - 1));
        boolean town = gazetteer.isPlace(note.word(start)) && !venue && !hall && !isNamedAfterTown(note, start, end);
        boolean city = town || (note.is(at, "in") && !venue && start == at + 1);
        return new Spot(start, end, city);
    }

    /** "@ Café Savoy, Prague". */
    private boolean isTownBehindVenue(Note note, Cast cast, int comma, int from) {
        boolean town = note.isNamed(comma + 1) && note.dateAt(comma + 1) == null && cast.personAt(comma + 1) == null;
        if (!town || !gazetteer.isPlace(note.word(comma + 1))) {
            return false;
        }
        for (int i = comma - 1; i >= Math.max(from, comma - 6); i--) {
            if (note.is(i, "at", "@", "in")) {
                return true;
            }
            if (!note.isNamed(i)) {
                return false;
            }
        }
        return false;
    }

    private int end(Note note, int from, int to) {
        int end = from + 1;
        while (end < to
                && note.dateAt(end) == null
                && note.token(end).isWord()
                && (note.isNamed(end) || gazetteer.isVenueWord(note.word(end)) || isJoint(note, end))) {
            end++;
        }
        return end;
    }

    /** "Café de Flore", "Haus der Musik". */
    private boolean isJoint(Note note, int at) {
        return (gazetteer.isParticle(note.word(at)) || note.is(at, "am", "im", "an", "beim", "of"))
                && note.isNamed(at + 1);
    }

    /** "the Vienna Philharmonic" is no town. */
    private static boolean isNamedAfterTown(Note note, int start, int end) {
        return note.is(start - 1, "the") && end - start > 1;
    }

    private static boolean isEventOrOffice(Note note, int at) {
        return note.is(
                at,
                "office",
                "offices",
                "event",
                "meetup",
                "conference",
                "team",
                "booth",
                "meeting",
                "time",
                "fair",
                "mood",
                "party");
    }
}
