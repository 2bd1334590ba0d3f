package org.memoro.languagemodels.offline.facts;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Location;
import org.memoro.languagemodels.Extraction.LocationStatus;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.facts.LocationPhrases.Hit;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;

/** Writes down where somebody lives, since or until when, and who else is at home there. */
final class LocationDetails {

    private static final double CONFIDENCE = 0.85;
    private static final double SEVERAL = 0.75;

    private final Note note;
    private final Cast cast;

    LocationDetails(Note note, Cast cast) {
        this.note = note;
        this.cast = cast;
    }

    Location location(Hit hit, LocationStatus status, Clause clause, Subject subject) {
        int end = endOfStatement(hit.placeTo(), clause.to());
        int from = Math.max(clause.from(), Math.min(subject.from(), hit.from()));
        double confidence = subject.people().size() > 1 ? SEVERAL : CONFIDENCE;
        String date = date(hit.from(), clause.to(), status);
        return location(hit, status, date, note.evidence(from, end), confidence);
    }

    /** The place as the home of the one at whose place somebody lives. */
    Location home(Hit hit) {
        return location(hit, LocationStatus.CURRENT, null, note.evidence(hit.from(), hit.placeTo()), SEVERAL);
    }

    /** "living with his brother Stan in Blyth", "moving in with Raj in Leeds": who is at home there. */
    @Nullable
    Someone host(Hit hit) {
        int end = note.is(hit.placeFrom() - 1, "in", "near") ? hit.placeFrom() - 1 : -1;
        int name = end > 0 && note.is(end - 1, "'s") ? end - 1 : end;
        boolean with =
                IntStream.range(hit.from(), Math.max(hit.from(), name)).anyMatch(at -> note.is(at, "with", "at"));
        return with ? cast.personEndingAt(name) : null;
    }

    private Location location(
            Hit hit, LocationStatus status, @Nullable String date, Evidence evidence, double confidence) {
        return new Location(
                note.text(hit.placeFrom(), hit.placeTo()), status, date, evidence, confidence, confidence < SEVERAL);
    }

    private int endOfStatement(int from, int limit) {
        int end = from;
        for (int i = from; i < limit && i < from + 6; i++) {
            if (note.dateAt(i) != null || note.is(i, "now")) {
                end = i + 1;
            }
        }
        return end;
    }

    private @Nullable String date(int from, int to, LocationStatus status) {
        for (int i = from; i < to; i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null) {
                boolean until = note.is(note.firstToken(date) - 1, "until", "till", "til");
                return (until || status == LocationStatus.PLANNED ? date.ahead() : date.behind()).toString();
            }
        }
        return null;
    }
}
