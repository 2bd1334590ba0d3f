package org.memoro.languagemodels.offline.meetings;

import java.util.List;
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
}
