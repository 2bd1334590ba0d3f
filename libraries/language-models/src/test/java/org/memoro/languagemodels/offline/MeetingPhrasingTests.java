package org.memoro.languagemodels.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.offline.Phrasings.Phrasing;

/** When and where people met, however it is put. */
class MeetingPhrasingTests {

    static Stream<Phrasing> meetings() {
        return Phrasings.of("meetings");
    }

    @ParameterizedTest
    @MethodSource("meetings")
    void tellsWhenAndWherePeopleMet(Phrasing phrasing) {
        List<String> items = items(phrasing.read());
        assertThat(items.isEmpty() ? "-" : String.join("; ", items)).isEqualTo(phrasing.expected());
    }

    private static List<String> items(Extraction reading) {
        List<String> items = new ArrayList<>();
        if (reading.interactionDate() != null) {
            items.add("on " + reading.interactionDate().date());
        }
        Place place = reading.place();
        if (place != null && place.name() != null) {
            items.add("at " + place.name());
        }
        if (place != null && place.city() != null) {
            items.add("in " + place.city());
        }
        return items;
    }
}
