package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.dates.PartialDate;
import org.memoro.languagemodels.dates.PartialDate.Precision;
import org.memoro.languagemodels.offline.note.Note;

/** The day a note may tell of when its words say nothing else: the only one it names, if that is lately past. */
public final class OnlyDate {

    /** A diary is written within weeks; what lies further back is a birthday or a story. */
    private static final int WEEKS = 5;

    private static final double GUESSED = 0.6;

    private OnlyDate() {}

    public static @Nullable InteractionDate of(Note note) {
        List<DatePhrase> dates = note.dates();
        if (dates.size() != 1) {
            return null;
        }
        PartialDate date = dates.getFirst().behind();
        boolean lately = !date.first().isAfter(note.today())
                && date.first().isAfter(note.today().minusWeeks(WEEKS));
        if (date.precision() != Precision.DAY || !lately) {
            return null;
        }
        int from = note.firstToken(dates.getFirst());
        int to = note.endOf(dates.getFirst());
        return new InteractionDate(date.toString(), note.evidence(from, to), GUESSED, true);
    }
}
