package org.memoro.web.today;

import java.time.LocalDate;
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
import org.memoro.web.layout.Toast;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.note.NoteCards;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Today as a whole page, and writing a note without scripts. */
@RestController
class TodayPages {

    private static final String UNREACHABLE =
            "Not saved, the server did not answer. Nothing is lost, save again when you are ready.";

    private final Timelines timelines;
    private final RecordNote recordNote;
    private final Contacts contacts;
    private final NoteCards cards;
    private final Frames frames;
    private final Pages pages;

    TodayPages(
            Timelines timelines,
            RecordNote recordNote,
            Contacts contacts,
            NoteCards cards,
            Frames frames,
            Pages pages) {
        this.timelines = timelines;
        this.recordNote = recordNote;
        this.contacts = contacts;
        this.cards = cards;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/")
    Mono<ResponseEntity<byte[]>> today(
            Visitor visitor,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable UUID with,
            @RequestParam(required = false) @Nullable UUID deleted) {
        boolean toCheck = show.equals("check");
        Toast toast =
                deleted == null ? null : Toast.of("Note deleted").undoneBy("/notes/" + deleted + "/restore", null);
        Mono<Timeline> timeline = toCheck ? timelines.toCheck(visitor) : timelines.all(visitor, cursor, null);
        return people(with == null ? List.of() : List.of(with))
                .map(chosen -> Capture.empty(cards.days(visitor).today(), chosen))
                .flatMap(capture -> page(visitor, HttpStatus.OK, capture, timeline, toCheck, cursor, toast));
    }

    @PostMapping("/notes")
    Mono<ResponseEntity<byte[]>> save(Visitor visitor, @ModelAttribute NewNote note) {
        LocalDate today = cards.days(visitor).today();
        return recordNote
                .save(note)
                .map(saved ->
                        Pages.goTo(saved.occurredOn().equals(today) ? "/#note-" + saved.id() : "/notes/" + saved.id()))
                .onErrorResume(
                        WrongInput.class,
                        wrong -> again(
                                visitor, HttpStatus.UNPROCESSABLE_CONTENT, note, String.valueOf(wrong.getMessage())))
                .onErrorResume(
                        DependencyUnavailable.class,
                        down -> again(visitor, HttpStatus.SERVICE_UNAVAILABLE, note, UNREACHABLE));
    }

    private Mono<ResponseEntity<byte[]>> again(Visitor visitor, HttpStatus status, NewNote note, String error) {
        return people(note.people())
                .map(with -> new Capture(
                        note.form().text(),
                        note.form().occurredOn(),
                        cards.days(visitor).today(),
                        with,
                        error))
                .flatMap(capture ->
                        page(visitor, status, capture, timelines.all(visitor, null, null), false, null, null));
    }

    private Mono<ResponseEntity<byte[]>> page(
            Visitor visitor,
            HttpStatus status,
            Capture capture,
            Mono<Timeline> timeline,
            boolean toCheck,
            @Nullable String cursor,
            @Nullable Toast toast) {
        Timeline nothing = new Timeline(List.of(), null);
        Mono<Shown> shown = timeline.map(notes -> new Shown(notes, false))
                .onErrorReturn(DependencyUnavailable.class, new Shown(nothing, true));
        return Mono.zip(frames.around(visitor, Frame.Section.TODAY), shown).map(both -> {
            Map<String, Object> model = new HashMap<>();
            model.put("frame", both.getT1().with(toast));
            model.put("heading", cards.days(visitor).full(capture.today()));
            model.put("capture", capture);
            model.put("timeline", both.getT2().timeline());
            model.put("toCheck", toCheck);
            model.put("older", cursor != null);
            model.put("unavailable", both.getT2().unavailable());
            boolean down = both.getT2().unavailable() && status == HttpStatus.OK;
            return pages.show(down ? HttpStatus.SERVICE_UNAVAILABLE : status, "today/page", model);
        });
    }

    /** The timeline, or the word that it cannot be had. */
    private record Shown(Timeline timeline, boolean unavailable) {}

    /** Whoever cannot be found now is still named when the note is read. */
    private Mono<List<Capture.With>> people(List<UUID> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> contacts.get(id).onErrorComplete(InternalCallException.class))
                .map(contact -> new Capture.With(contact.id(), contact.displayName(), contact.face()))
                .collectList();
    }
}
