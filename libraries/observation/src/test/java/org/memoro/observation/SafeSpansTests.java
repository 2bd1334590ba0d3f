package org.memoro.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeSpansTests {
    private final List<SpanData> left = new ArrayList<>();

    @Test
    void letOnlyThatOutWhichSaysNothingAboutPeople() {
        try (SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new SafeSpans(new Collector())))
                .build()) {
            Span span =
                    tracers.get("test").spanBuilder("http get /api/v1/search").startSpan();
            span.setAttribute("uri", "/api/v1/search");
            span.setAttribute("http.url", "/api/v1/search?q=Anna");
            span.recordException(new IllegalStateException("the note said: Anna"));
            span.setStatus(StatusCode.ERROR, "the note said: Anna");
            span.end();
        }

        assertThat(left).hasSize(1);
        SpanData span = left.getFirst();
        assertThat(span.getAttributes().asMap()).containsOnlyKeys(AttributeKey.stringKey("uri"));
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(span.getStatus().getDescription()).isEmpty();
    }

    private final class Collector implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            left.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
