package org.memoro.outbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/** The headers of our records, and how the request id travels with them through the Reactor context. */
final class EventHeaders {
    static final String EVENT_ID = "eventId";
    static final String TYPE = "type";
    static final String CONTRACT = "contract";
    static final String REQUEST_ID = "requestId";
    static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}

    /** What a handler's Reactor context takes over from a record. */
    static Context context(Headers headers) {
        String requestId = text(headers, REQUEST_ID);
        return requestId == null ? Context.empty() : Context.of(REQUEST_ID, requestId);
    }

    /** What a header says; null without one. */
    static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
