package org.memoro.web.person;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.note.NoteCards;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Everyone the visitor knows, as a page and, while typing, as the list inside it. */
@RestController
class PeoplePages {

    private static final int PAGE = 100;
    private static final Set<String> ORDERS = Set.of("name", "lastInteraction", "created");

    private final Contacts contacts;
    private final NoteCards cards;
    private final Frames frames;
    private final Pages pages;

    PeoplePages(Contacts contacts, NoteCards cards, Frames frames, Pages pages) {
        this.contacts = contacts;
        this.cards = cards;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/people")
    Mono<ResponseEntity<byte[]>> page(
            Visitor visitor,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID deleted) {
        Toast toast =
                deleted == null ? null : Toast.of("Person deleted").undoneBy("/people/" + deleted + "/restore", null);
        return Mono.zip(people(visitor, query, tag, sort, cursor), frames.around(visitor, Frame.Section.PEOPLE))
                .map(both -> {
                    Map<String, Object> model = new HashMap<>();
                    model.put("people", both.getT1());
                    model.put("frame", both.getT2().with(toast));
                    return pages.show("person/people", model);
                });
    }

    @GetMapping(path = "/people", headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(required = false) @Nullable String cursor) {
        String template = cursor == null ? "person/people-list" : "person/people-more";
        return people(visitor, query, tag, sort, cursor).map(people -> pages.show(template, Map.of("people", people)));
    }

    private Mono<PeopleList> people(Visitor visitor, String query, String tag, String sort, @Nullable String cursor) {
        String order = ORDERS.contains(sort) ? sort : "name";
        Contacts.Filter filter = new Contacts.Filter(query.strip(), tag.strip(), order, cursor, PAGE);
        return contacts.list(filter)
                .map(slice -> PeopleList.of(filter, slice.items(), slice.nextCursor(), cards.days(visitor)));
    }
}
