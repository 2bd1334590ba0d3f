package org.memoro.search.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.internaltokens.Caller;
import org.memoro.search.document.Embedding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the notes a question may be about, the best first. */
@Component
class FindNotes {
    /** Measured: 50 find less, 200 find nothing more. */
    private static final int DEPTH = 100;

    private final Notes notes;
    private final NamedContact namedContact;
    private final Clock clock;

    FindNotes(Notes notes, NamedContact namedContact, Clock clock) {
        this.notes = notes;
        this.namedContact = namedContact;
        this.clock = clock;
    }

    /** The stems of a question, and the notes that share the rarest of them. */
    record SharedWords(List<String> lexemes, List<Scored> notes) {
        static final SharedWords NONE = new SharedWords(List.of(), List.of());
    }

    Mono<SharedWords> byWords(Caller caller, SearchRequest request) {
        if (!request.mode().usesWords()) {
            return Mono.just(SharedWords.NONE);
        }
        return notes.lexemes(request.text()).flatMap(lexemes -> {
            Mono<List<Scored>> found = request.wants(ResultType.INTERACTION)
                    ? notes.byWords(caller.accountId(), lexemes, request.filter(), DEPTH)
                    : Mono.just(List.of());
            return found.map(shared -> new SharedWords(lexemes, shared));
        });
    }

    /** Joins the notes that share words with those near in meaning; there is none of the latter without a meaning. */
    Mono<List<RankedNote>> ranked(
            Caller caller, SearchRequest request, SharedWords words, Optional<Embedding> meaning) {
        return meaning.map(question -> notes.byMeaning(caller.accountId(), question, request.filter(), DEPTH))
                .orElseGet(() -> Mono.just(List.of()))
                .flatMap(near -> rank(caller, request, words.notes(), near));
    }

    private Mono<List<RankedNote>> rank(
            Caller caller, SearchRequest request, List<Scored> byWords, List<Scored> byMeaning) {
        Set<UUID> ids = Stream.concat(byWords.stream(), byMeaning.stream())
                .map(Scored::id)
                .collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        QueryDates dates = QueryDates.in(request.text(), LocalDate.now(clock.withZone(caller.zone())));
        return notes.candidates(caller.accountId(), ids)
                .zipWhen(candidates -> namedContact.in(caller.accountId(), request.text()))
                .map(found -> RankNotes.rank(byWords, byMeaning, found.getT1(), found.getT2(), dates));
    }
}
