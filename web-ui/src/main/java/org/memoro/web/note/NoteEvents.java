package org.memoro.web.note;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.NotThere;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Interactions;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends each note's card again whenever more of it was understood, for as long as the page is open. */
@RestController
class NoteEvents {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** The browser comes back soon after the stream ends, with a token that is good again. */
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final Interactions interactions;
    private final NoteCards cards;
    private final Pages pages;
    private final JsonMapper json;

    NoteEvents(Interactions interactions, NoteCards cards, Pages pages, JsonMapper json) {
        this.interactions = interactions;
        this.cards = cards;
        this.pages = pages;
        this.json = json;
    }

    /** The part of an event that says which note it is about. */
    record Changed(UUID interactionId) {}

    /**
     * Ends when the service ends its stream or cannot be heard; the browser then comes back by itself.
     *
     * @param pending the notes that were not understood yet when the page was made; what became of them
     *     meanwhile comes first
     */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> events(
            Visitor visitor,
            @RequestParam(defaultValue = "") String pending,
            @RequestParam(defaultValue = "note") String as,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        NoteCard.Layout layout = NoteFragments.layout(as);
        Flux<ServerSentEvent<String>> missed = Flux.fromStream(() -> Arrays.stream(pending.split(",")))
                .filter(id -> !id.isBlank())
                .flatMapSequential(id -> card(visitor, UUID.fromString(id), layout, null));
        Flux<ServerSentEvent<String>> news = interactions
                .events(lastEventId)
                .filter(event -> event.data() != null)
                .concatMap(event -> card(visitor, noteOf(event), layout, event.id()))
                .onErrorComplete();
        return news.publish(shared ->
                Flux.merge(Flux.just(hello()), missed, shared, heartbeat().takeUntilOther(shared.ignoreElements())));
    }

    private UUID noteOf(ServerSentEvent<String> event) {
        return json.readValue(event.data(), Changed.class).interactionId();
    }

    private Mono<ServerSentEvent<String>> card(
            Visitor visitor, UUID id, NoteCard.Layout layout, @Nullable String eventId) {
        return cards.card(visitor, id, layout)
                .map(note -> event(visitor, note, eventId))
                .onErrorComplete(NotThere.class);
    }

    private ServerSentEvent<String> event(Visitor visitor, NoteCard note, @Nullable String eventId) {
        byte[] html = pages.render("note/card", Map.of("note", note, "visitor", visitor));
        ServerSentEvent.Builder<String> event = ServerSentEvent.builder(new String(html, StandardCharsets.UTF_8))
                .event(note.element());
        return (eventId == null ? event : event.id(eventId)).build();
    }

    private static Flux<ServerSentEvent<String>> heartbeat() {
        return Flux.interval(HEARTBEAT)
                .map(beat ->
                        ServerSentEvent.<String>builder().comment("still here").build());
    }

    private static ServerSentEvent<String> hello() {
        return ServerSentEvent.<String>builder()
                .comment("hello")
                .retry(RECONNECT)
                .build();
    }
}
