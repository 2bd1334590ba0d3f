package org.memoro.gateway.documentation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One description of the whole API, put together from what each service says about itself. */
@Service
class MergeDescriptions {
    private static final Logger log = LoggerFactory.getLogger(MergeDescriptions.class);
    private static final List<String> SERVICES =
            List.of("contact-service", "interaction-service", "search-service", "embedding-worker");
    /** Services describe themselves anew only when they are replaced. */
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final ServiceDescriptions descriptions;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    MergeDescriptions(ServiceDescriptions descriptions, Clock clock) {
        this.descriptions = descriptions;
        this.clock = clock;
    }

    /** A complete answer. */
    private record Kept(ObjectNode document, Instant until) {}

    Mono<ObjectNode> now(ServerHttpRequest request) {
        Kept last = kept;
        return last != null && clock.instant().isBefore(last.until()) ? Mono.just(last.document()) : merge(request);
    }

    private Mono<ObjectNode> merge(ServerHttpRequest request) {
        ApiDocument document = new ApiDocument();
        return descriptions
                .ofGateway(request)
                .doOnNext(own -> document.add("gateway", own))
                .thenMany(Flux.fromIterable(SERVICES).flatMapSequential(this::described))
                .doOnNext(found -> document.add(found.getKey(), found.getValue()))
                .count()
                .map(found -> finish(document, found == SERVICES.size()));
    }

    private Mono<Map.Entry<String, JsonNode>> described(String service) {
        return descriptions.of(service).map(found -> Map.entry(service, found)).onErrorResume(e -> {
            log.warn("{} does not describe itself right now: {}", service, e.toString());
            return Mono.empty();
        });
    }

    private ObjectNode finish(ApiDocument document, boolean complete) {
        ObjectNode result = document.finished(complete);
        if (complete) {
            kept = new Kept(result, clock.instant().plus(KEPT));
        }
        return result;
    }
}
