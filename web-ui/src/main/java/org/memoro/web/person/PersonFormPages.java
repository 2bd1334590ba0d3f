package org.memoro.web.person;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Contacts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The form to add a person or to edit everything about one. */
@RestController
class PersonFormPages {

    private final Contacts contacts;
    private final SavePerson savePerson;
    private final Frames frames;
    private final Pages pages;

    PersonFormPages(Contacts contacts, SavePerson savePerson, Frames frames, Pages pages) {
        this.contacts = contacts;
        this.savePerson = savePerson;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/people/new")
    Mono<ResponseEntity<byte[]>> add(Visitor visitor, @RequestParam(defaultValue = "") String name) {
        return page(visitor, HttpStatus.OK, PersonForm.empty(name));
    }

    @GetMapping("/people/{id:[0-9a-fA-F-]{36}}/edit")
    Mono<ResponseEntity<byte[]>> edit(Visitor visitor, @PathVariable UUID id) {
        return contacts.get(id).flatMap(contact -> page(visitor, HttpStatus.OK, PersonForm.of(contact)));
    }

    @PostMapping("/people")
    Mono<ResponseEntity<byte[]>> saveNew(
            Visitor visitor, @RequestHeader HttpHeaders headers, ServerWebExchange exchange) {
        return save(visitor, headers, exchange, null, "Add a person");
    }

    @PostMapping("/people/{id:[0-9a-fA-F-]{36}}")
    Mono<ResponseEntity<byte[]>> save(
            Visitor visitor, @PathVariable UUID id, @RequestHeader HttpHeaders headers, ServerWebExchange exchange) {
        return save(visitor, headers, exchange, id, "Edit");
    }

    private Mono<ResponseEntity<byte[]>> save(
            Visitor visitor, HttpHeaders headers, ServerWebExchange exchange, @Nullable UUID id, String title) {
        return exchange.getFormData()
                .flatMap(form -> savePerson.save(PersonForm.typed(id, title, form)))
                .map(saved -> Pages.goTo("/people/" + saved.id(), headers))
                .onErrorResume(SavePerson.WrongForm.class, wrong -> again(visitor, headers, wrong.form()));
    }

    private Mono<ResponseEntity<byte[]>> again(Visitor visitor, HttpHeaders headers, PersonForm form) {
        if (headers.containsHeader("HX-Request")) {
            return Mono.fromSupplier(() -> pages.show(
                    HttpStatus.UNPROCESSABLE_CONTENT, "person/form", Map.of("form", form, "visitor", visitor)));
        }
        return page(visitor, HttpStatus.UNPROCESSABLE_CONTENT, form);
    }

    private Mono<ResponseEntity<byte[]>> page(Visitor visitor, HttpStatus status, PersonForm form) {
        return frames.around(visitor, Frame.Section.PEOPLE)
                .map(frame -> pages.show(status, "person/form-page", Map.of("form", form, "frame", frame)));
    }
}
