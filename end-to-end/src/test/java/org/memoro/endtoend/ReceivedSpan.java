package org.memoro.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One span as a collector gets it.
 *
 * @param service that made it
 * @param parent the span above it; empty for the first
 * @param begin in nanoseconds since 1970
 * @param everything all bytes of the span as text, for what must not be in it
 */
record ReceivedSpan(
        String service,
        String trace,
        String id,
        String parent,
        String name,
        long begin,
        Duration took,
        Map<String, String> attributes,
        String everything) {

    /** The spans of an {@code ExportTraceServiceRequest}. */
    static List<ReceivedSpan> allOf(byte[] request) {
        List<ReceivedSpan> spans = new ArrayList<>();
        for (ProtobufMessage ofResource : ProtobufMessage.of(request).messages(1)) {
            String service = attributes(ofResource.messages(1).getFirst(), 1).get("service.name");
            for (ProtobufMessage ofScope : ofResource.messages(2)) {
                ofScope.messages(2).forEach(span -> spans.add(of(service, span)));
            }
        }
        return spans;
    }

    private static ReceivedSpan of(String service, ProtobufMessage span) {
        Map<String, String> attributes = attributes(span, 9);
        return new ReceivedSpan(
                service,
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.number(7),
                Duration.ofNanos(span.number(8) - span.number(7)),
                attributes,
                span.text(5)
                        + attributes
                        + span.messages(11).stream()
                                .map(event -> event.text(2) + attributes(event, 3))
                                .toList()
                        + span.messages(15).stream()
                                .map(status -> status.text(2))
                                .toList());
    }

    private static Map<String, String> attributes(ProtobufMessage owner, int number) {
        return owner.messages(number).stream()
                .collect(Collectors.toMap(
                        attribute -> attribute.text(1),
                        attribute -> attribute.messages(2).getFirst().text(1),
                        (one, two) -> one));
    }
}
