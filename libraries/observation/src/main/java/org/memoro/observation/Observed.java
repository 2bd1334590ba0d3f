package org.memoro.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Makes a piece of work a step of its own: a timer, and a span below that of whoever asked for it. */
public final class Observed {

    private Observed() {}

    /** The same work as such a step, which begins anew with each subscription. */
    public static <T> Mono<T> step(Supplier<Observation> step, Mono<T> work) {
        return Mono.deferContextual(context -> {
            Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
            return during(step.get().parentObservation(parent).start(), work);
        });
    }

    /** The same work as a step that has begun; what it does is seen below it. */
    public static <T> Mono<T> during(Observation begun, Mono<T> work) {
        return work.doOnError(begun::error)
                .doFinally(end -> begun.stop())
                .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, begun));
    }
}
