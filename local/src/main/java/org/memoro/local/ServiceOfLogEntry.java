package org.memoro.local;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.Map;

/** Says which service wrote a log entry: by the logger's package, else by the thread's name, else {@code local}. */
public final class ServiceOfLogEntry extends ClassicConverter {
    private static final Map<String, String> BY_PACKAGE = Map.of(
            "contacts", "contact-service",
            "interactions", "interaction-service",
            "search", "search-service",
            "embedding", "embedding-worker",
            "gateway", "gateway",
            "web", "web-ui");
    private static final List<String> SERVICES = List.of(
            "contact-service",
            "interaction-service",
            "search-service",
            "embedding-worker",
            "gateway",
            "web-ui",
            "local-sign-in");
    private static final String OURS = "org.memoro.";

    @Override
    public String convert(ILoggingEvent event) {
        String logger = event.getLoggerName();
        if (logger.startsWith(OURS)) {
            int end = logger.indexOf('.', OURS.length());
            String service = BY_PACKAGE.get(logger.substring(OURS.length(), end < 0 ? logger.length() : end));
            if (service != null) {
                return service;
            }
        }
        String thread = event.getThreadName();
        return SERVICES.stream().filter(thread::contains).findFirst().orElse("local");
    }
}
