package org.memoro.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/** How a trace gets through a database and a broker: as the text {@code traceparent} of W3C Trace Context. */
public final class Traces {
    /** Where nobody collects traces. */
    public static final Traces NONE = new Traces(null);

    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Propagator propagator;

    Traces(@Nullable Propagator propagator) {
        this.propagator = propagator;
    }

    /** From where somebody may go on later with the trace of what runs in this context; null without one. */
    public @Nullable String traceparent(ContextView context) {
        Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        Span span = observation == null ? null : spanOf(observation.getContextView());
        return span == null ? null : traceparent(span);
    }

    /** Begins to send something on with the trace it came from; the name says to where. */
    public Departure departure(String destination, @Nullable String traceparent) {
        if (propagator == null || traceparent == null) {
            return new Departure(null, traceparent);
        }
        Span span = propagator
                .extract(traceparent, (text, field) -> field.equals(TRACEPARENT) ? text : null)
                .name(destination + " publish")
                .kind(Span.Kind.PRODUCER)
                .tag("messaging.destination.name", destination)
                .start();
        return new Departure(span, traceparent(span));
    }

    /** The id of the trace that an observation is a part of; null without one. */
    public static @Nullable String idOf(Observation.ContextView observation) {
        Span span = spanOf(observation);
        return span == null ? null : span.context().traceId();
    }

    private static @Nullable Span spanOf(Observation.ContextView observation) {
        TracingContext tracing = observation.get(TracingContext.class);
        return tracing == null ? null : tracing.getSpan();
    }

    private @Nullable String traceparent(Span span) {
        if (propagator == null) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        propagator.inject(span.context(), fields, (carrier, field, value) -> fields.put(field, value));
        return fields.get(TRACEPARENT);
    }

    /**
     * Something on its way out.
     *
     * @param traceparent what travels with it
     */
    public record Departure(@Nullable Span span, @Nullable String traceparent) {

        /** It arrived, or it did not. */
        public void ended(@Nullable Throwable failure) {
            if (span != null) {
                (failure == null ? span : span.error(failure)).end();
            }
        }
    }
}
