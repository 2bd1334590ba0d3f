package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Cast;

/** Reads the line that dates a diary entry: "Thu 12 Nov", "Prague, 7 November.", or a day alone at the end. */
final class DiaryHeadings {

    private static final double CONFIDENCE = 0.85;

    /** Words of a heading; what is longer tells something. */
    private static final int LONGEST = 10;

    private final FindPlace findPlace;

    DiaryHeadings(FindPlace findPlace) {
        this.findPlace = findPlace;
    }

    /** The day, and the place if it names one, that hold for the whole note; null when no line is a heading. */
    @Nullable
    Setting of(Note note, Cast cast) {
        Setting first = heading(note, cast, note.sentences().getFirst(), true);
        return first != null ? first : heading(note, cast, note.sentences().getLast(), false);
    }

    private @Nullable Setting heading(Note note, Cast cast, Sentence line, boolean placed) {
        DatePhrase date = onlyDate(note, line);
        if (date == null || note.sentences().size() == 1 || !isBare(note, line, placed)) {
            return null;
        }
        if (!date.isDay() || date.behind().first().isAfter(note.today())) {
            return null;
        }
        int from = note.firstToken(date);
        InteractionDate day =
                new InteractionDate(date.behind().toString(), note.evidence(from, note.endOf(date)), CONFIDENCE, false);
        Place place = placed ? place(note, cast, line) : null;
        return new Setting(Setting.WHOLE_NOTE, day, place);
    }

    /** Words that are no day and no mark must name a place that lists know. */
    private @Nullable Place place(Note note, Cast cast, Sentence line) {
        Place place = findPlace.in(note, cast, line.from(), line.to(), true);
        return place != null ? place : findPlace.firstIn(note, cast, line.from(), line.to());
    }

    private static @Nullable DatePhrase onlyDate(Note note, Sentence line) {
        DatePhrase only = null;
        for (int i = line.from(); i < line.to(); i++) {
            DatePhrase date = note.dateAt(i);
            if (date != null && only != null && !date.equals(only)) {
                return null;
            }
            only = date == null ? only : date;
        }
        return only;
    }

    /** Whether the line holds nothing but its date, marks and, at the start of a note, the names of places. */
    private static boolean isBare(Note note, Sentence line, boolean placed) {
        if (line.to() - line.from() > LONGEST) {
            return false;
        }
        for (int i = line.from(); i < line.to(); i++) {
            boolean name = placed && note.isNamed(i) && !note.isPerson(i) && !note.isVerb(i);
            boolean small = note.is(i, "on", "in", "at", "diary", "notes", "journal", "the");
            if (note.dateAt(i) == null && note.token(i).isWord() && !name && !small) {
                return false;
            }
        }
        return true;
    }
}
