package org.memoro.web.note;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everything that can be done with a fact without leaving the page: the note's card comes back as it is now. */
@RestController
@RequestMapping(path = "/notes/{note}/facts/{id}", headers = "HX-Request")
class FactFragments {

    private final DecideFact decideFact;
    private final NoteCards cards;
    private final Pages pages;

    FactFragments(DecideFact decideFact, NoteCards cards, Pages pages) {
        this.decideFact = decideFact;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/fix")
    Mono<ResponseEntity<byte[]>> form(
            Visitor visitor,
            @PathVariable UUID note,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "note") String as) {
        return decideFact
                .form(visitor, note, id, NoteFragments.layout(as))
                .map(form -> pages.show("note/fix-form", model(form, visitor)));
    }

    @PostMapping
    Mono<ResponseEntity<byte[]>> fix(
            Visitor visitor,
            @PathVariable UUID note,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "note") String as,
            ServerWebExchange exchange) {
        return exchange.getFormData().map(typed -> typed.toSingleValueMap()).flatMap(typed -> decideFact
                .fix(note, id, typed)
                .flatMap(fixed -> card(visitor, note, as, SaidAloud.FIXED, id, null))
                .onErrorResume(WrongInput.class, wrong -> decideFact
                        .form(visitor, note, id, NoteFragments.layout(as))
                        .map(form -> pages.instead(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "#fix-fact",
                                "innerHTML",
                                "note/fix-form",
                                model(form.with(typed, String.valueOf(wrong.getMessage())), visitor)))));
    }

    @PostMapping("/{decision:confirm|undo|restore}")
    Mono<ResponseEntity<byte[]>> decide(
            Visitor visitor,
            @PathVariable UUID note,
            @PathVariable UUID id,
            @PathVariable String decision,
            @RequestParam(defaultValue = "note") String as) {
        Toast toast = decision.equals("undo")
                ? Toast.of("Fact removed").undoneBy(restoreUrl(note, id, as), "#note-" + note)
                : null;
        return decideFact
                .decide(note, id, decision)
                .flatMap(decided -> card(visitor, note, as, SaidAloud.of(decision), id, toast));
    }

    @PostMapping("/person/{person}")
    Mono<ResponseEntity<byte[]>> choose(
            Visitor visitor,
            @PathVariable UUID note,
            @PathVariable UUID id,
            @PathVariable String person,
            @RequestParam(defaultValue = "note") String as) {
        return decideFact.choose(id, person).flatMap(decided -> card(visitor, note, as, SaidAloud.CHOSEN, id, null));
    }

    private static String restoreUrl(UUID note, UUID id, String as) {
        String suffix = NoteFragments.layout(as) == NoteCard.Layout.ENTRY ? "?as=entry" : "";
        return "/notes/" + note + "/facts/" + id + "/restore" + suffix;
    }

    private static Map<String, Object> model(FixForm form, Visitor visitor) {
        return Map.of("fix", form, "visitor", visitor, "floating", true);
    }

    private Mono<ResponseEntity<byte[]>> card(
            Visitor visitor, UUID note, String as, SaidAloud done, UUID fact, @Nullable Toast toast) {
        return cards.card(visitor, note, NoteFragments.layout(as)).map(card -> {
            Map<String, Object> model =
                    new HashMap<>(Map.of("note", card, "visitor", visitor, "said", done.about(fact, card)));
            if (toast != null) {
                model.put("toast", toast);
            }
            return pages.show("note/card-with-toast", model);
        });
    }
}
