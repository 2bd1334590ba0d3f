package org.memoro.outbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import reactor.util.context.Context;

/** The headers of our records, and how request id and trace travel with them through the Reactor context. */
final class EventHeaders {
    static final String EVENT_ID = "eventId";
    static final String TYPE = "type";
    static final String CONTRACT = "contract";
    static final String REQUEST_ID = "requestId";
    static final String TRACEPARENT = "traceparent";

    private EventHeaders() {}

    /** What a handler's Reactor context takes over from a record. */
    static Context context(Headers headers) {
        Context context = Context.empty();
        for (String name : new String[] {REQUEST_ID, TRACEPARENT}) {
            Header header = headers.lastHeader(name);
            if (header != null && header.value() != null) {
                context = context.put(name, new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return context;
    }
}
