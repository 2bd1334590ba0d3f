package org.memoro.logs;

import io.micrometer.context.ThreadLocalAccessor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the fields from the Reactor context into the log's own context (MDC) of whichever thread works on it. */
final class LogFieldsAccessor implements ThreadLocalAccessor<LogFields> {
    private static final ThreadLocal<@Nullable LogFields> CURRENT = new ThreadLocal<>();

    static @Nullable LogFields current() {
        return CURRENT.get();
    }

    static void show(@Nullable LogFields fields) {
        if (Objects.equals(fields, CURRENT.get())) {
            return; // by far the most frequent case: the next operator of the same request
        }
        if (fields == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(fields);
        }
        put("requestId", fields == null ? null : fields.requestId());
        put("account", fields == null ? null : fields.account());
        put("event", fields == null ? null : fields.event());
        put("traceId", fields == null ? null : fields.traceId());
    }

    @Override
    public Object key() {
        return LogFields.KEY;
    }

    @Override
    public @Nullable LogFields getValue() {
        return current();
    }

    @Override
    public void setValue(LogFields fields) {
        show(fields);
    }

    @Override
    public void setValue() {
        show(null);
    }

    private static void put(String name, @Nullable String value) {
        if (value == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, value);
        }
    }
}
