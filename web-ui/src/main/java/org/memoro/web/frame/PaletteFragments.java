package org.memoro.web.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.PaletteResults;
import org.memoro.web.layout.PaletteResults.Action;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.neighbour.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** The list inside the palette: people by name and places by what they are called. */
@RestController
class PaletteFragments {

    private static final List<Action> PLACES = List.of(
            new Action("write", "pen-line", "Write a note", "/#capture-text"),
            new Action("today", "sun", "Today", "/"),
            new Action("check", "check-check", "Notes to check", "/?show=check"),
            new Action("people", "users-round", "People", "/people"),
            new Action("person", "user-round-plus", "Add a person", "/people/new"),
            new Action("ask", "message-circle-question-mark", "Ask", "/ask"),
            new Action("settings", "settings", "Settings", "/settings"));

    private final Contacts contacts;
    private final Pages pages;

    PaletteFragments(Contacts contacts, Pages pages) {
        this.contacts = contacts;
        this.pages = pages;
    }

    @GetMapping("/palette")
    Mono<ResponseEntity<byte[]>> results(Visitor visitor, @RequestParam(defaultValue = "") String q) {
        String text = q.strip();
        return contacts.list(new Contacts.Filter(text, null, text.isEmpty() ? "lastInteraction" : "name", null, 6))
                .onErrorReturn(DependencyUnavailable.class, Slice.empty())
                .map(found -> new PaletteResults(
                        found.items().stream()
                                .map(person -> new Frame.Lately(person.id(), person.displayName(), person.face()))
                                .toList(),
                        actions(text)))
                .map(results -> pages.show("layout/palette-results", Map.of("found", results)));
    }

    private static List<Action> actions(String text) {
        if (text.isEmpty()) {
            return PLACES;
        }
        String url = UriComponentsBuilder.fromPath("/ask")
                .queryParam("q", "{q}")
                .encode()
                .buildAndExpand(text)
                .toUriString();
        Action ask = new Action("question", "message-circle-question-mark", "Ask “" + text + "”", url);
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        PLACES.stream()
                                .filter(place ->
                                        place.label().toLowerCase(Locale.ROOT).contains(wanted)),
                        Stream.of(ask))
                .toList();
    }
}
