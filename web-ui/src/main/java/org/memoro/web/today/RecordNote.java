package org.memoro.web.today;

import org.memoro.internaltokens.InternalCallException;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Saves a new note; what cannot be saved is said in words that fit under the box. */
@Component
class RecordNote {

    private final Interactions interactions;

    RecordNote(Interactions interactions) {
        this.interactions = interactions;
    }

    Mono<Interaction> save(NewNote note) {
        return Mono.fromSupplier(note::note)
                .flatMap(interactions::record)
                .onErrorMap(
                        InternalCallException.class,
                        refusal -> WrongInput.isAbout(refusal) ? WrongInput.of(refusal) : refusal);
    }
}
