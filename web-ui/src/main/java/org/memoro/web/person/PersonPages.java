package org.memoro.web.person;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.neighbour.Interactions;
import org.memoro.web.neighbour.MovedException;
import org.memoro.web.neighbour.Slice;
import org.memoro.web.note.NoteCard;
import org.memoro.web.note.NoteCards;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One person: what to know before meeting them, the facts, and every note about them. */
@RestController
@RequestMapping("/people/{id:[0-9a-fA-F-]{36}}")
class PersonPages {

    private static final int PAGE = 20;

    private final Contacts contacts;
    private final Interactions interactions;
    private final NoteCards cards;
    private final Frames frames;
    private final Pages pages;

    PersonPages(Contacts contacts, Interactions interactions, NoteCards cards, Frames frames, Pages pages) {
        this.contacts = contacts;
        this.interactions = interactions;
        this.cards = cards;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(
            Visitor visitor, @PathVariable UUID id, @RequestParam(required = false) @Nullable String cursor) {
        return Mono.zip(
                        card(visitor, id),
                        notes(visitor, id, cursor, null),
                        frames.around(visitor, Frame.Section.PEOPLE))
                .map(parts -> pages.show(
                        "person/page",
                        Map.of(
                                "person", parts.getT1(),
                                "notes", parts.getT2(),
                                "frame", parts.getT3().of(id))))
                .onErrorResume(MovedException.class, moved -> Mono.just(movedTo(moved)));
    }

    @GetMapping(headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> older(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String after) {
        return notes(visitor, id, cursor, after)
                .map(notes -> pages.show(
                        "person/notes", Map.of("notes", notes, "visitor", visitor, "back", "/people/" + id)));
    }

    /** What is known now, for the page that is open while one of its notes changes. */
    @GetMapping(path = "/about", headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> about(Visitor visitor, @PathVariable UUID id) {
        return card(visitor, id).map(person -> pages.show("person/about", Map.of("person", person)));
    }

    @GetMapping("/delete")
    Mono<ResponseEntity<byte[]>> ask(Visitor visitor, @PathVariable UUID id) {
        return Mono.zip(contacts.get(id), frames.around(visitor, Frame.Section.PEOPLE))
                .map(both -> pages.show(
                        "person/delete",
                        Map.of("contact", both.getT1(), "frame", both.getT2().of(id))));
    }

    @PostMapping("/delete")
    Mono<ResponseEntity<byte[]>> delete(@PathVariable UUID id) {
        return contacts.delete(id).thenReturn(Pages.goTo("/people?deleted=" + id));
    }

    @PostMapping("/restore")
    Mono<ResponseEntity<byte[]>> restore(@PathVariable UUID id) {
        return contacts.restore(id).thenReturn(Pages.goTo("/people/" + id));
    }

    private Mono<PersonCard> card(Visitor visitor, UUID id) {
        return contacts.context(id).map(context -> PersonCard.of(context, cards.days(visitor)));
    }

    /** What is known about a person is shown even while their notes cannot be had. */
    private Mono<PersonNotes> notes(Visitor visitor, UUID id, @Nullable String cursor, @Nullable String after) {
        return interactions
                .list(id, cursor, PAGE)
                .onErrorReturn(DependencyUnavailable.class, Slice.empty())
                .flatMap(slice -> cards.cards(visitor, slice.items(), NoteCard.Layout.ENTRY)
                        .map(notes -> PersonNotes.of(id, notes, slice.nextCursor(), after, cards.days(visitor))));
    }

    private static ResponseEntity<byte[]> movedTo(MovedException moved) {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create("/people/" + moved.id()))
                .build();
    }
}
