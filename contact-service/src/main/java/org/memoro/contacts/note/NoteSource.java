package org.memoro.contacts.note;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.InternalHttp;
import org.memoro.internaltokens.NotThere;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks interaction-service about notes. */
@Component
public class NoteSource {
    private static final Logger log = LoggerFactory.getLogger(NoteSource.class);
    private static final String SERVICE = "interaction-service";

    /** A brief is read on the way to somebody's door: better without the last notes than late. */
    private static final Duration BRIEF_WAITS = Duration.ofSeconds(1);

    private final InternalHttp http;

    NoteSource(InternalHttp http) {
        this.http = http;
    }

    /**
     * A note as its owner keeps it; without its text, which is not needed here.
     *
     * @param occurredOnSource "typed", "note" or "default"
     */
    public record SourceNote(
            UUID id,
            long version,
            boolean deleted,
            @Nullable LocalDate occurredOn,
            @Nullable String occurredOnSource,
            @Nullable List<UUID> typedContactIds) {

        /** Whom the user named as participants. */
        public List<UUID> typedParticipants() {
            return typedContactIds == null ? List.of() : typedContactIds;
        }
    }

    /** The newest notes with a contact, as the public API writes them. */
    public record NewestNotes(List<JsonNode> items) {}

    /** The note; empty when there never was one. */
    public Mono<SourceNote> find(UUID userId, UUID interactionId) {
        return http.forWork(SERVICE, userId, "apply-facts")
                .get()
                .uri("/internal/v1/interactions/{id}", interactionId)
                .retrieve()
                .bodyToMono(SourceNote.class)
                .onErrorResume(NotThere.class, e -> Mono.empty());
    }

    /** The newest notes with a contact; none when they cannot be had within a second. */
    public Mono<List<JsonNode>> newest(UUID userId, UUID contactId, int limit) {
        return http.forWork(SERVICE, userId, "brief")
                .get()
                .uri("/internal/v1/contacts/{id}/interactions?limit={limit}", contactId, limit)
                .retrieve()
                .bodyToMono(NewestNotes.class)
                .map(NewestNotes::items)
                .timeout(BRIEF_WAITS)
                .onErrorResume(e -> {
                    log.warn("The newest notes could not be read for a brief: {}", e.toString());
                    return Mono.just(List.of());
                });
    }
}
