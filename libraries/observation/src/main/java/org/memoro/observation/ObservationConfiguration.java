package org.memoro.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** Switches on that what a service does for a request is seen as part of one whole. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:org/memoro/observation/observation.properties")
public class ObservationConfiguration {
    private static final String PATH = "uri";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    @Bean
    Traces traces(ObjectProvider<Propagator> propagator) {
        return new Traces(propagator.getIfAvailable());
    }

    /** Machines that ask every few seconds whether we live would be most of what is counted and traced. */
    @Bean
    ObservationPredicate requestsOfPeople() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request && isProbe(request));
    }

    /** A path that was put together by hand counts with all others of its route, and names nothing. */
    @Bean
    ObservationFilter routesWithoutIds() {
        return context -> {
            KeyValue path = context.getLowCardinalityKeyValue(PATH);
            return path == null
                    ? context
                    : context.addLowCardinalityKeyValue(
                            KeyValue.of(PATH, ID.matcher(path.getValue()).replaceAll("{id}")));
        };
    }

    private static boolean isProbe(ServerRequestObservationContext request) {
        ServerHttpRequest asked = request.getCarrier();
        String path = asked == null ? "" : asked.getPath().value();
        return path.equals("/healthz") || path.startsWith("/actuator/");
    }

    /** What a service exports if it exports at all. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(TracesWanted.class)
    static class Exports {

        @Bean
        SpanExporters safeSpanExporters(ObjectProvider<SpanExporter> exporters) {
            return SpanExporters.of(
                    exporters.orderedStream().map(SafeSpans::new).toList());
        }
    }
}
