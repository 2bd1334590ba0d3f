package org.memoro.problems;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/** The id that one request carries through every service, log line and problem answer. */
public final class RequestId {
    /** The header, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    /** The key in the Reactor context. */
    public static final String CONTEXT_KEY = "requestId";

    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestId() {}

    /** The running request's id; empty outside a request. */
    public static String of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(CONTEXT_KEY, "");
    }

    /** The id of the request in whose Reactor context this runs, or null outside a request. */
    public static @Nullable String of(ContextView context) {
        return context.getOrDefault(CONTEXT_KEY, null);
    }

    static String accept(@Nullable String given) {
        return given != null && WELL_FORMED.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
