package org.memoro.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;

class RoutesWithoutIdsTests {

    @Test
    void countsCallsAboutDifferentThingsAsOneRoute() {
        assertThat(shown("/api/v1/facts/01a20154-b8dd-79e4-a111-a6e0cd71215c/person"))
                .isEqualTo("/api/v1/facts/{id}/person");
        assertThat(shown("/people/{person}/edit")).isEqualTo("/people/{person}/edit");
    }

    private static String shown(String path) {
        Observation.Context context = new Observation.Context();
        context.addLowCardinalityKeyValue(KeyValue.of("uri", path));
        return new ObservationConfiguration()
                .routesWithoutIds()
                .map(context)
                .getLowCardinalityKeyValue("uri")
                .getValue();
    }
}
