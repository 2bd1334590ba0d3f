package org.memoro.web.note;

import java.util.Map;
import java.util.UUID;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Back;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One note as a whole page, and its forms for browsers without scripts. */
@RestController
@RequestMapping("/notes/{id}")
class NotePages {

    private final Interactions interactions;
    private final NoteCards cards;
    private final ChangeNote changeNote;
    private final Frames frames;
    private final Pages pages;

    NotePages(Interactions interactions, NoteCards cards, ChangeNote changeNote, Frames frames, Pages pages) {
        this.interactions = interactions;
        this.cards = cards;
        this.changeNote = changeNote;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping
    Mono<ResponseEntity<byte[]>> show(Visitor visitor, @PathVariable UUID id) {
        return Mono.zip(cards.card(visitor, id, NoteCard.Layout.NOTE), frame(visitor))
                .map(both -> pages.show(
                        "note/page",
                        Map.of(
                                "frame", both.getT2(),
                                "note", both.getT1(),
                                "day", cards.days(visitor).full(both.getT1().day()))));
    }

    @GetMapping("/edit")
    Mono<ResponseEntity<byte[]>> edit(Visitor visitor, @PathVariable UUID id) {
        return Mono.zip(cards.card(visitor, id, NoteCard.Layout.NOTE), frame(visitor))
                .map(both -> pages.show("note/edit-page", edit(both.getT2(), both.getT1())));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> save(Visitor visitor, @PathVariable UUID id, @ModelAttribute NoteForm form) {
        return changeNote
                .save(id, form)
                .map(saved -> Pages.goTo(Back.to(form.back(), "/notes/" + id)))
                .onErrorResume(WrongInput.class, wrong -> editAgain(visitor, id, form, wrong));
    }

    @PostMapping("/delete")
    Mono<ResponseEntity<byte[]>> delete(@PathVariable UUID id) {
        return interactions.delete(id).thenReturn(Pages.goTo("/?deleted=" + id));
    }

    @PostMapping("/restore")
    Mono<ResponseEntity<byte[]>> restore(@PathVariable UUID id) {
        return interactions.restore(id).thenReturn(Pages.goTo("/notes/" + id));
    }

    @PostMapping("/understand")
    Mono<ResponseEntity<byte[]>> understand(@PathVariable UUID id, @ModelAttribute NoteForm form) {
        return interactions.understandAgain(id).thenReturn(Pages.goTo(Back.to(form.back(), "/notes/" + id)));
    }

    private Mono<ResponseEntity<byte[]>> editAgain(Visitor visitor, UUID id, NoteForm form, WrongInput wrong) {
        return Mono.zip(cards.card(visitor, id, NoteCard.Layout.NOTE), frame(visitor))
                .map(both -> pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "note/edit-page",
                        Map.of(
                                "frame", both.getT2(),
                                "note", both.getT1(),
                                "form", form,
                                "error", String.valueOf(wrong.getMessage()))));
    }

    private Mono<Frame> frame(Visitor visitor) {
        return frames.around(visitor, Frame.Section.TODAY);
    }

    static Map<String, Object> edit(Frame frame, NoteCard note) {
        return Map.of("frame", frame, "note", note, "form", form(note));
    }

    static NoteForm form(NoteCard note) {
        return new NoteForm(note.text(), note.day().toString(), note.version(), null);
    }
}
