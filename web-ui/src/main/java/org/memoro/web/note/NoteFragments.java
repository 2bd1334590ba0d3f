package org.memoro.web.note;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Interactions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One note inside a page: every answer takes the place of its card. */
@RestController
@RequestMapping(path = "/notes/{id}", headers = "HX-Request")
class NoteFragments {

    private final Interactions interactions;
    private final NoteCards cards;
    private final ChangeNote changeNote;
    private final Pages pages;

    NoteFragments(Interactions interactions, NoteCards cards, ChangeNote changeNote, Pages pages) {
        this.interactions = interactions;
        this.cards = cards;
        this.changeNote = changeNote;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        return card(visitor, id, as, null);
    }

    /** Nothing while there is nothing new, so that a card somebody is about to use stays what it is. */
    @GetMapping(params = "once=understood")
    Mono<ResponseEntity<byte[]>> showOnceUnderstood(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        return cards.card(visitor, id, layout(as))
                .map(note -> note.state() == NoteCard.State.UNDERSTANDING
                        ? ResponseEntity.noContent().<byte[]>build()
                        : pages.show("note/card", Map.of("note", note, "visitor", visitor)));
    }

    @GetMapping("/edit")
    Mono<ResponseEntity<byte[]>> edit(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        return cards.card(visitor, id, layout(as))
                .map(note -> pages.show(
                        "note/editing", Map.of("note", note, "visitor", visitor, "form", NotePages.form(note))));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> save(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "note") String as,
            @ModelAttribute NoteForm form) {
        return changeNote
                .save(id, form)
                .flatMap(saved -> card(visitor, id, as, Toast.of("Note saved")))
                .onErrorResume(WrongInput.class, wrong -> editAgain(visitor, id, as, form, wrong));
    }

    @PostMapping("/delete")
    Mono<ResponseEntity<byte[]>> delete(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        String suffix = layout(as) == NoteCard.Layout.ENTRY ? "?as=entry" : "";
        return interactions
                .delete(id)
                .then(Mono.fromSupplier(
                        () -> pages.show("note/gone", Map.of("id", id, "suffix", suffix, "visitor", visitor))));
    }

    @PostMapping("/restore")
    Mono<ResponseEntity<byte[]>> restore(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        return interactions.restore(id).then(Mono.defer(() -> card(visitor, id, as, Toast.of("Note is back"))));
    }

    @PostMapping("/understand")
    Mono<ResponseEntity<byte[]>> understand(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "note") String as) {
        return interactions.understandAgain(id).then(Mono.defer(() -> card(visitor, id, as, null)));
    }

    static NoteCard.Layout layout(String as) {
        return as.equals("entry") ? NoteCard.Layout.ENTRY : NoteCard.Layout.NOTE;
    }

    private Mono<ResponseEntity<byte[]>> card(Visitor visitor, UUID id, String as, @Nullable Toast toast) {
        return cards.card(visitor, id, layout(as)).map(note -> {
            Map<String, Object> model = new HashMap<>(Map.of("note", note, "visitor", visitor));
            if (toast == null) {
                return pages.show("note/card", model);
            }
            model.put("toast", toast);
            return pages.show("note/card-with-toast", model);
        });
    }

    private Mono<ResponseEntity<byte[]>> editAgain(
            Visitor visitor, UUID id, String as, NoteForm form, WrongInput wrong) {
        return cards.card(visitor, id, layout(as))
                .map(note -> pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "note/editing",
                        Map.of(
                                "note", note,
                                "visitor", visitor,
                                "form", form,
                                "error", String.valueOf(wrong.getMessage()))));
    }
}
