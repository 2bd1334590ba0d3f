package org.memoro.web.note;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saves what was typed over a note, unless it was changed elsewhere meanwhile. */
@Component
class ChangeNote {

    private static final int STALE = 412;

    private final Interactions interactions;

    ChangeNote(Interactions interactions) {
        this.interactions = interactions;
    }

    Mono<Interaction> save(UUID id, NoteForm form) {
        return checked(form)
                .flatMap(patch -> interactions.change(id, form.version(), patch))
                .onErrorMap(InternalCallException.class, ChangeNote::inWords);
    }

    private static Mono<Map<String, Object>> checked(NoteForm form) {
        return Mono.fromSupplier(() -> {
            form.check();
            Map<String, Object> patch = new LinkedHashMap<>();
            patch.put("notes", form.text());
            if (!form.occurredOn().isEmpty()) {
                patch.put("occurredOn", form.occurredOn());
            }
            return patch;
        });
    }

    private static Throwable inWords(InternalCallException refusal) {
        if (refusal.status() == STALE) {
            return new WrongInput("This note was changed elsewhere meanwhile. Save again to keep what stands here.");
        }
        return WrongInput.isAbout(refusal) ? WrongInput.of(refusal) : refusal;
    }
}
