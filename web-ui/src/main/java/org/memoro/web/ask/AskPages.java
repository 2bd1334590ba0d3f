package org.memoro.web.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.note.NoteCards;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Ask: one box, the passages that match, and why they do. */
@RestController
class AskPages {

    private static final int PAGE = 10;

    private final Search search;
    private final NoteCards cards;
    private final Frames frames;
    private final Pages pages;

    AskPages(Search search, NoteCards cards, Frames frames, Pages pages) {
        this.search = search;
        this.cards = cards;
        this.frames = frames;
        this.pages = pages;
    }

    /** What to put on the page: results, the start, or a sentence about what went wrong. */
    private record Outcome(
            HttpStatus status,
            @Nullable Answer answer,
            @Nullable String trouble) {}

    @GetMapping("/ask")
    Mono<ResponseEntity<byte[]>> page(
            Visitor visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "hybrid") String mode,
            @RequestParam(required = false) @Nullable UUID contactId,
            @RequestParam(required = false) @Nullable String cursor) {
        Search.Question question = question(q, mode, contactId, cursor);
        return Mono.zip(outcome(visitor, question), frames.around(visitor, Frame.Section.ASK))
                .map(both -> {
                    Map<String, Object> model = model(question, both.getT1());
                    model.put("frame", both.getT2());
                    return pages.show(both.getT1().status(), "ask/page", model);
                });
    }

    @GetMapping(path = "/ask", headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> results(
            Visitor visitor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "hybrid") String mode,
            @RequestParam(required = false) @Nullable UUID contactId,
            @RequestParam(required = false) @Nullable String cursor) {
        Search.Question question = question(q, mode, contactId, cursor);
        return outcome(visitor, question)
                .map(outcome -> pages.show(cursor == null ? "ask/out" : "ask/more", model(question, outcome)));
    }

    private Mono<Outcome> outcome(Visitor visitor, Search.Question question) {
        if (question.text().isEmpty()) {
            return Mono.just(new Outcome(HttpStatus.OK, null, null));
        }
        return search.ask(question, PAGE)
                .map(found -> new Outcome(HttpStatus.OK, Answer.of(question, found, cards.days(visitor)), null))
                .onErrorResume(
                        DependencyUnavailable.class,
                        down -> Mono.just(new Outcome(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                null,
                                "Searching does not work right now. Your notes are safe, try again in a moment.")))
                .onErrorResume(InternalCallException.class, AskPages::refused);
    }

    private static Mono<Outcome> refused(InternalCallException refusal) {
        return WrongInput.isAbout(refusal)
                ? Mono.just(new Outcome(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        null,
                        WrongInput.of(refusal).getMessage()))
                : Mono.error(refusal);
    }

    private static Search.Question question(String q, String mode, @Nullable UUID contactId, @Nullable String cursor) {
        return new Search.Question(q.strip(), mode.equals("lexical") ? "lexical" : "hybrid", contactId, cursor);
    }

    private static Map<String, Object> model(Search.Question question, Outcome outcome) {
        Map<String, Object> model = new HashMap<>();
        model.put("question", question.text());
        model.put("mode", question.mode());
        model.put("lexicalUrl", Answer.url(question.text(), "lexical", question.person(), null));
        model.put("hybridUrl", Answer.url(question.text(), "hybrid", question.person(), null));
        model.put(
                "ideas",
                List.of(
                        "Who told me about a trip?",
                        "Who has a birthday in spring?",
                        "Who is moving soon?",
                        "Who has started a new job?",
                        "What did we plan for the summer?"));
        if (outcome.answer() != null) {
            model.put("answer", outcome.answer());
        }
        if (outcome.trouble() != null) {
            model.put("trouble", outcome.trouble());
        }
        return model;
    }
}
