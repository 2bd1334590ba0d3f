package org.memoro.logs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.Context;

/**
 * What a log entry says besides its message.
 *
 * @param requestId the request that it belongs to, or that an event came from
 * @param account the hash of the account, once it is known: {@link AccountHash}
 * @param event the event that is handled
 * @param traceId the trace it is part of, where traces are collected
 */
public record LogFields(
        @Nullable String requestId,
        @Nullable String account,
        @Nullable String event,
        @Nullable String traceId) {
    /** The key in the Reactor context and among an exchange's attributes. */
    static final String KEY = "org.memoro.logs.fields";

    private static final LogFields NONE = new LogFields(null, null, null, null);

    /** The fields of a request whose account is not known yet. */
    public static LogFields ofRequest(String requestId) {
        return new LogFields(requestId, null, null, null);
    }

    /** The fields of an event; the request id is that of the request it came from, if there was one. */
    public static LogFields ofEvent(UUID event, String account, @Nullable String requestId) {
        return new LogFields(requestId, account, event.toString(), null);
    }

    /** The fields of a running request, for those who are outside of its Reactor context. */
    public static LogFields of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(KEY, NONE);
    }

    /** The same, of an account. */
    public LogFields withAccount(String hash) {
        return new LogFields(requestId, hash, event, traceId);
    }

    /** The same, of what is also seen as a trace. */
    public LogFields withTrace(@Nullable String id) {
        return new LogFields(requestId, account, event, id);
    }

    /** Makes {@link #of(ServerWebExchange)} find these fields. */
    public LogFields attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(KEY, this);
        return this;
    }

    /** The context in which whatever is logged carries these fields. */
    public Context in(Context context) {
        return context.put(KEY, this);
    }

    /** Runs something outside of a Reactor context of ours whose entries shall carry these fields all the same. */
    public void during(Runnable action) {
        LogFields before = LogFieldsAccessor.current();
        LogFieldsAccessor.show(this);
        try {
            action.run();
        } finally {
            LogFieldsAccessor.show(before);
        }
    }
}
