package org.memoro.embedding.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.List;
import java.util.Locale;
import org.memoro.observation.Observed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes each question to a language model a step of its own: where it is asked, how long it takes, whether it fails. */
@Component
class ModelCalls {
    private static final String NAME = "memoro.models.call";
    private static final String ENGINE = "engine";
    private static final String OPERATION = "operation";
    private static final String HERE = "in-jvm";
    private static final String PROVIDER = "provider";

    private final ObservationRegistry observations;

    /** What a model is asked for. */
    enum Operation {
        EXTRACTION,
        PASSAGE,
        QUERY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ModelCalls(ObservationRegistry observations, MeterRegistry meters) {
        this.observations = observations;
        // Those that were never made are shown as none, so that an alert can tell that from a service that is away.
        for (String engine : List.of(HERE, PROVIDER)) {
            for (Operation operation : Operation.values()) {
                Timer.builder(NAME)
                        .tags(ENGINE, engine, OPERATION, operation.word(), "error", "none")
                        .register(meters);
            }
        }
    }

    <T> Mono<T> here(Operation operation, Mono<T> call) {
        return Observed.step(() -> step(new Observation.Context(), HERE, operation), call);
    }

    /** As seen from here; the provider is told nothing of our traces. */
    <T> Mono<T> atProvider(Operation operation, String host, Mono<T> call) {
        return Observed.step(
                () -> {
                    SenderContext<ModelCalls> sent = new SenderContext<>((carrier, field, value) -> {}, Kind.CLIENT);
                    sent.setCarrier(this);
                    sent.setRemoteServiceName(host);
                    return step(sent, PROVIDER, operation);
                },
                call);
    }

    private Observation step(Observation.Context context, String engine, Operation operation) {
        return Observation.createNotStarted(NAME, () -> context, observations)
                .contextualName(engine + " " + operation.word())
                .lowCardinalityKeyValue(ENGINE, engine)
                .lowCardinalityKeyValue(OPERATION, operation.word());
    }
}
