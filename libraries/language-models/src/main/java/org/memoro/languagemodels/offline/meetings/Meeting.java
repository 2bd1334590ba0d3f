package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.people.Someone;

/** The contact that a note tells of: who took part, when and where. */
public record Meeting(
        List<Someone> participants,
        @Nullable InteractionDate date,
        @Nullable Place place) {

    static Meeting none() {
        return new Meeting(List.of(), null, null);
    }

    /** Whether nothing is told of any meeting. */
    boolean isNone() {
        return this.equals(none());
    }

    /** Whether it is told neither when nor where. */
    boolean isNowhere() {
        return date == null && place == null;
    }

    /** This meeting with what a later sentence adds: more people, and its day and place where they go on telling of it. */
    Meeting joined(Meeting next) {
        List<Someone> all = Stream.concat(participants.stream(), next.participants.stream())
                .distinct()
                .toList();
        boolean goesOn = participants.isEmpty()
                || next.participants.isEmpty()
                || next.participants.stream().anyMatch(participants::contains)
                || (date == null && place == null);
        return goesOn
                ? new Meeting(all, date == null ? next.date : date, place == null ? next.place : place)
                : new Meeting(all, date, place);
    }
}
