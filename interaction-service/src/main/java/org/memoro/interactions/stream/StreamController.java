package org.memoro.interactions.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.interactions.enrichment.EnrichmentChange;
import org.memoro.internaltokens.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Shows open pages how their notes become understood. */
@RestController
@Tag(name = "Interactions")
class StreamController {
    private final StreamChanges streamChanges;
    private final InteractionServiceProperties properties;

    StreamController(StreamChanges streamChanges, InteractionServiceProperties properties) {
        this.streamChanges = streamChanges;
        this.properties = properties;
    }

    @Operation(summary = "Follow how notes become understood (server-sent events)")
    @GetMapping(path = "/api/v1/interactions/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<EnrichmentChange>>> follow(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        Flux<ServerSentEvent<EnrichmentChange>> events =
                streamChanges.since(caller.accountId(), lastEventId).map(StreamController::event);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                // A proxy that collects answers would hold events back.
                .header("X-Accel-Buffering", "no")
                .body(events.publish(this::withHeartbeats).take(properties.longestStream()));
    }

    /** Ends with the events, so that a service that shuts down does not wait for its streams. */
    private Flux<ServerSentEvent<EnrichmentChange>> withHeartbeats(Flux<ServerSentEvent<EnrichmentChange>> events) {
        return events.mergeWith(heartbeats().takeUntilOther(events.ignoreElements()));
    }

    private Flux<ServerSentEvent<EnrichmentChange>> heartbeats() {
        ServerSentEvent<EnrichmentChange> heartbeat =
                ServerSentEvent.<EnrichmentChange>builder().comment("heartbeat").build();
        return Flux.interval(properties.streamHeartbeat())
                .onBackpressureDrop()
                .map(tick -> heartbeat)
                .startWith(heartbeat);
    }

    private static ServerSentEvent<EnrichmentChange> event(EnrichmentChange change) {
        return ServerSentEvent.builder(change)
                .id(StreamPlace.idOf(change))
                .event("enrichment")
                .build();
    }
}
