package org.memoro.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.note.NoteCard;
import org.memoro.web.note.NoteCards;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Parts of Today: the saved note on top of the timeline, older notes below it, and what is coming up. */
@RestController
@RequestMapping(headers = "HX-Request")
class TodayFragments {

    private final Timelines timelines;
    private final RecordNote recordNote;
    private final NoteCards cards;
    private final Pages pages;

    TodayFragments(Timelines timelines, RecordNote recordNote, NoteCards cards, Pages pages) {
        this.timelines = timelines;
        this.recordNote = recordNote;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> older(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable LocalDate after) {
        return timelines
                .all(visitor, cursor, after)
                .map(timeline -> pages.show("today/older", Map.of("timeline", timeline, "visitor", visitor)));
    }

    @PostMapping("/notes")
    Mono<ResponseEntity<byte[]>> save(Visitor visitor, @ModelAttribute NewNote note) {
        return recordNote
                .save(note)
                .flatMap(saved -> onTop(visitor, saved))
                .onErrorResume(WrongInput.class, wrong -> Mono.fromSupplier(() -> again(visitor, note, wrong)));
    }

    /** A note about another day does not belong under today, so its own page is shown. */
    private Mono<ResponseEntity<byte[]>> onTop(Visitor visitor, Interaction saved) {
        if (!saved.occurredOn().equals(cards.days(visitor).today())) {
            return Mono.just(Pages.goToByScript("/notes/" + saved.id()));
        }
        return cards.card(visitor, saved, NoteCard.Layout.NOTE)
                .map(card -> pages.show("note/card", Map.of("note", card, "visitor", visitor)));
    }

    private ResponseEntity<byte[]> again(Visitor visitor, NewNote note, WrongInput wrong) {
        Capture capture = new Capture(
                note.form().text(),
                note.form().occurredOn(),
                cards.days(visitor).today(),
                List.of(),
                String.valueOf(wrong.getMessage()));
        return pages.instead(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "#capture-error",
                "outerHTML",
                "today/capture-error",
                Map.of("capture", capture));
    }
}
