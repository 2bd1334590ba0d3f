package org.memoro.observation;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The last door before a span leaves: only what is known to say nothing about people goes through, so that no library can
 * add an address with a query, a bound value or the message of an exception.
 */
final class SafeSpans implements SpanExporter {
    /** Methods, templates of paths, statuses, names of classes, topics and services: all written by programmers. */
    private static final Set<String> SAID = Set.of(
            "method",
            "uri",
            "status",
            "outcome",
            "exception",
            "client.name",
            "http.method",
            "http.status_code",
            "spring.cloud.gateway.route.id",
            "consumer",
            "topic",
            "type",
            "engine",
            "operation",
            "messaging.destination.name",
            "peer.service");

    private final SpanExporter next;

    SafeSpans(SpanExporter next) {
        this.next = next;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return next.export(spans.stream().<SpanData>map(Safe::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return next.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return next.shutdown();
    }

    /** A span without what was not expected of it. */
    private static final class Safe extends DelegatingSpanData {
        private final Attributes attributes;

        private Safe(SpanData span) {
            super(span);
            AttributesBuilder kept = Attributes.builder();
            kept.putAll(span.getAttributes());
            kept.removeIf(key -> !SAID.contains(key.getKey()));
            this.attributes = kept.build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        /** Events are exceptions, and their messages may quote what a person wrote; their class is an attribute. */
        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
