package org.memoro.languagemodels.offline.meetings;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Place;

/** When and where the writer was by the sentence of that number; the people met there are told of later. */
record Setting(
        int sentence,
        @Nullable InteractionDate date,
        @Nullable Place place) {

    /** Sentences over which a setting holds. */
    private static final int REACH = 2;

    /** In place of the number of a sentence: it holds for all of them. */
    static final int WHOLE_NOTE = -1;

    boolean holdsFor(int later) {
        return sentence == WHOLE_NOTE || (later > sentence && later <= sentence + REACH);
    }

    /** The meeting with the day and place of the setting where it names none; one of another day is elsewhere. */
    Meeting of(Meeting told) {
        InteractionDate own = told.date();
        boolean otherDay = own != null && date != null && !own.date().equals(date.date());
        return otherDay
                ? told
                : new Meeting(
                        told.participants(), own == null ? date : own, told.place() == null ? place : told.place());
    }
}
