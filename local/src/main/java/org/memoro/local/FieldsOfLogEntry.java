package org.memoro.local;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says to which request, account (by its hash) and event a log entry belongs, or nothing. */
public final class FieldsOfLogEntry extends ClassicConverter {
    private static final List<String> FIELDS = List.of("requestId", "account", "event", "traceId");

    @Override
    public String convert(ILoggingEvent event) {
        Map<String, String> fields = event.getMDCPropertyMap();
        String said = FIELDS.stream().map(fields::get).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return said.isEmpty() ? "" : " [" + said + "]";
    }
}
