package org.memoro.search.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * The stems of a question, and the notes that share the rarest of them.
     *
     * @param inThreads the same where a note has the words of the one before it too; null when no note is in a thread
     */
    record SharedWords(
            List<String> lexemes,
            List<Scored> notes,
            @Nullable List<Scored> inThreads) {
        static final SharedWords NONE = new SharedWords(List.of(), List.of(), null);
    }

    Mono<SharedWords> byWords(Caller caller, SearchRequest request) {
        if (!request.mode().usesWords()) {
            return Mono.just(SharedWords.NONE);
        }
        return notes.lexemes(request.text())
                .flatMap(lexemes -> request.wants(ResultType.INTERACTION)
                        ? byWords(caller.accountId(), lexemes, request.filter())
                        : Mono.just(new SharedWords(lexemes, List.of(), null)));
    }

    private Mono<SharedWords> byWords(UUID account, List<String> lexemes, Filter filter) {
        return notes.byWords(account, lexemes, filter, DEPTH)
                .zipWhen(alone -> notes.haveThreads(account)
                        .flatMap(threads -> threads
                                ? notes.byThreadWords(account, lexemes, filter, DEPTH)
                                        .map(Optional::of)
                                : Mono.just(Optional.<List<Scored>>empty())))
                .map(found ->
                        new SharedWords(lexemes, found.getT1(), found.getT2().orElse(null)));
    }

    /** Joins the notes that share words with those near in meaning; there is none of the latter without a meaning. */
    Mono<List<RankedNote>> ranked(
            Caller caller, SearchRequest request, SharedWords words, Optional<Embedding> meaning) {
        UUID account = caller.accountId();
        Mono<Lists> lists = meaning.map(question -> notes.byMeaning(account, question, request.filter(), DEPTH)
                        .zipWhen(near -> notes.byThreadMeaning(account, question, near, request.filter(), DEPTH))
                        .map(near -> Lists.of(words, near.getT1(), near.getT2())))
                .orElseGet(() -> Mono.just(Lists.of(words, List.of(), List.of())));
        return lists.flatMap(found -> rank(caller, request, found));
    }

    private Mono<List<RankedNote>> rank(Caller caller, SearchRequest request, Lists lists) {
        Set<UUID> ids = lists.ids();
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        QueryDates dates = QueryDates.in(request.text(), LocalDate.now(clock.withZone(caller.zone())));
        return notes.candidates(caller.accountId(), ids)
                .zipWhen(candidates -> namedContact.in(caller.accountId(), request.text()))
                .map(found -> RankNotes.rank(lists, found.getT1(), found.getT2(), dates));
    }
}
