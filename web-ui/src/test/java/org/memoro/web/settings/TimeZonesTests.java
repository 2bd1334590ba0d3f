package org.memoro.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeZonesTests {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @Test
    void nameTheTownFirstAndTheTimeThere() {
        assertThat(labels("Europe")).contains("Vienna, 13:00").isSorted();
        assertThat(labels("America")).contains("Buenos Aires, Argentina, 09:00", "New York, 07:00");
    }

    @Test
    void knowUtcByAnyOfItsNames() {
        assertThat(TimeZones.at(NOON, "Etc/UTC").chosen()).isEqualTo("UTC");
        assertThat(labels("Everywhere")).containsExactly("UTC, 12:00");
    }

    @Test
    void keepAChosenZoneThatIsNoTown() {
        TimeZones zones = TimeZones.at(NOON, "Etc/GMT+5");

        assertThat(zones.chosen()).isEqualTo("Etc/GMT+5");
        assertThat(zones.regions().get("Other")).containsExactly(new TimeZones.Choice("Etc/GMT+5", "Etc/GMT+5"));
    }

    private static List<String> labels(String region) {
        return TimeZones.at(NOON, "Europe/Vienna").regions().get(region).stream()
                .map(TimeZones.Choice::label)
                .toList();
    }
}
