package org.memoro.web.note;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.internaltokens.NotThere;
import org.memoro.web.layout.Visitor;
import org.memoro.web.layout.WrongInput;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Facts;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person's word on a fact: yes, no, put it back, it was different, it was someone else. */
@Component
class DecideFact {

    private static final Map<String, String> STATES = Map.of("confirm", "kept", "undo", "off", "restore", "kept");

    private final Interactions interactions;
    private final Facts facts;
    private final NoteCards cards;

    DecideFact(Interactions interactions, Facts facts, NoteCards cards) {
        this.interactions = interactions;
        this.facts = facts;
        this.cards = cards;
    }

    /** Decides on a fact and on every other of the note that says the same; says the fact as it is now. */
    Mono<Fact> decide(UUID note, UUID id, String decision) {
        Map<String, Object> change = Map.of("state", STATES.getOrDefault(decision, "kept"));
        return facts.ofNote(note)
                .flatMapIterable(understood -> understood.stream()
                        .filter(fact -> id.equals(fact.id()))
                        .flatMap(fact -> SaidTwice.with(fact, understood).stream())
                        .map(Fact::id)
                        .filter(other -> other != null && !other.equals(id))
                        .toList())
                .concatMap(other -> facts.change(other, change))
                .then(facts.change(id, change));
    }

    Mono<Fact> choose(UUID id, String person) {
        return person.equals(FixForm.SOMEONE_NEW)
                ? facts.change(id, Map.of("state", "kept", "newContact", true))
                : facts.change(id, Map.of("state", "kept", "contactId", person));
    }

    Mono<Fact> fix(UUID note, UUID id, Map<String, String> typed) {
        return facts.find(note, id)
                .flatMap(fact -> facts.change(id, FixedFact.patch(fact, typed)))
                .onErrorMap(
                        InternalCallException.class,
                        refusal -> WrongInput.isAbout(refusal) ? WrongInput.of(refusal) : refusal);
    }

    Mono<FixForm> form(Visitor visitor, UUID note, UUID id, NoteCard.Layout layout) {
        return Mono.zip(interactions.get(note), facts.ofNote(note))
                .map(both -> form(visitor, both.getT1(), both.getT2(), id, layout));
    }

    private FixForm form(Visitor visitor, Interaction note, List<Fact> understood, UUID id, NoteCard.Layout layout) {
        Fact fact = understood.stream()
                .filter(one -> id.equals(one.id()))
                .findFirst()
                .orElseThrow(() -> new NotThere("fact-not-found"));
        Map<UUID, String> names = NoteCards.names(note, understood);
        String title = new FactWords(cards.days(visitor), names, NoteCards.unknown(understood))
                .sentence(fact)
                .said();
        return FixForm.of(note.id(), fact, names, title, layout);
    }
}
