package org.memoro.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Every log entry that is written while it is open: ours from DEBUG on, everybody else's from INFO on. */
public final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Map<String, Level> LEVELS = Map.of(
            org.slf4j.Logger.ROOT_LOGGER_NAME,
            Level.INFO,
            "org.memoro",
            Level.DEBUG,
            "org.apache.kafka.clients",
            Level.INFO);

    private final LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Map<String, @Nullable Level> before = new HashMap<>();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /**
     * What one entry says.
     *
     * @param fields the log's context (MDC)
     * @param trace of its failure and all that hangs on it; empty without one
     */
    public record Entry(String logger, String message, Map<String, String> fields, String trace) {}

    private CapturedLog() {}

    /** Begins to capture. */
    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.setContext(log.loggers);
        log.start();
        LEVELS.forEach((name, level) -> {
            Logger logger = log.loggers.getLogger(name);
            log.before.put(name, logger.getLevel());
            logger.setLevel(level);
        });
        log.root().addAppender(log);
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        String trace = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        entries.add(new Entry(
                event.getLoggerName(), event.getFormattedMessage(), Map.copyOf(event.getMDCPropertyMap()), trace));
    }

    /** What was written so far. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What was written so far about one request. */
    public List<Entry> ofRequest(String requestId) {
        return entries.stream()
                .filter(entry -> requestId.equals(entry.fields().get("requestId")))
                .toList();
    }

    @Override
    public void close() {
        root().detachAppender(this);
        before.forEach((name, level) -> loggers.getLogger(name).setLevel(level));
        stop();
    }

    private Logger root() {
        return loggers.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
