package org.memoro.web.note;

import java.util.Map;
import java.util.UUID;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Back;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everything that can be done with a fact, as plain forms that lead back to the page they came from. */
@RestController
@RequestMapping("/notes/{note}/facts/{id}")
class FactForms {

    private final DecideFact decideFact;
    private final Frames frames;
    private final Pages pages;

    FactForms(DecideFact decideFact, Frames frames, Pages pages) {
        this.decideFact = decideFact;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/fix")
    Mono<ResponseEntity<byte[]>> form(
            Visitor visitor,
            @PathVariable UUID note,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back) {
        return Mono.zip(decideFact.form(visitor, note, id, NoteCard.Layout.NOTE), frame(visitor))
                .map(both -> pages.show(
                        "note/fix-page",
                        Map.of("fix", both.getT1(), "frame", both.getT2(), "back", Back.to(back, ""))));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> fix(
            Visitor visitor, @PathVariable UUID note, @PathVariable UUID id, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> decideFact
                .fix(note, id, typed.toSingleValueMap())
                .map(fixed -> back(typed, note))
                .onErrorResume(WrongInput.class, wrong -> again(visitor, note, id, typed, wrong)));
    }

    @PostMapping("/{decision:confirm|undo|restore}")
    Mono<ResponseEntity<byte[]>> decide(
            @PathVariable UUID note, @PathVariable UUID id, @PathVariable String decision, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(typed -> decideFact.decide(note, id, decision).map(decided -> back(typed, note)));
    }

    @PostMapping("/person/{person}")
    Mono<ResponseEntity<byte[]>> choose(
            @PathVariable UUID note, @PathVariable UUID id, @PathVariable String person, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(typed -> decideFact.choose(id, person).map(decided -> back(typed, note)));
    }

    private Mono<ResponseEntity<byte[]>> again(
            Visitor visitor, UUID note, UUID id, MultiValueMap<String, String> typed, WrongInput wrong) {
        return Mono.zip(decideFact.form(visitor, note, id, NoteCard.Layout.NOTE), frame(visitor))
                .map(both -> pages.show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "note/fix-page",
                        Map.of(
                                "fix", both.getT1().with(typed.toSingleValueMap(), String.valueOf(wrong.getMessage())),
                                "frame", both.getT2(),
                                "back", Back.to(typed.getFirst("back"), ""))));
    }

    private Mono<Frame> frame(Visitor visitor) {
        return frames.around(visitor, Frame.Section.TODAY);
    }

    private static ResponseEntity<byte[]> back(MultiValueMap<String, String> typed, UUID note) {
        return Pages.goTo(Back.to(typed.getFirst("back"), "/notes/" + note));
    }
}
