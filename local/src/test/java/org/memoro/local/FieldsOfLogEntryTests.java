package org.memoro.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsOfLogEntryTests {

    private static String said(Map<String, String> fields) {
        LoggingEvent event = new LoggingEvent();
        event.setMDCPropertyMap(fields);
        return new FieldsOfLogEntry().convert(event);
    }

    @Test
    void saysWhatIsKnownInOneOrder() {
        assertThat(said(Map.of("account", "0123456789abcdef", "requestId", "request-1", "other", "x")))
                .isEqualTo(" [request-1 0123456789abcdef]");
        assertThat(said(Map.of("event", "e1"))).isEqualTo(" [e1]");
    }

    @Test
    void saysNothingOfWhatBelongsToNobody() {
        assertThat(said(Map.of())).isEmpty();
    }
}
