package org.memoro.search.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.memoro.internaltokens.Caller;
import org.memoro.search.document.Embedding;
import org.memoro.search.query.FindNear.Near;
import org.memoro.search.query.Words.Sharing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the notes a question may be about, the best first. */
@Component
class FindNotes {
    /** Measured: 50 find less, 200 find nothing more. */
    private static final int DEPTH = 100;

    private final Words words;
    private final Notes notes;
    private final FindNear findNear;
    private final NamedContact namedContact;
    private final Clock clock;

    FindNotes(Words words, Notes notes, FindNear findNear, NamedContact namedContact, Clock clock) {
        this.words = words;
        this.notes = notes;
        this.findNear = findNear;
        this.namedContact = namedContact;
        this.clock = clock;
    }

    /** The stems of a question, and the notes that share the rarest of them. */
    record SharedWords(List<String> lexemes, Sharing notes) {
        static final SharedWords NONE = new SharedWords(List.of(), Sharing.NONE);
    }

    Mono<SharedWords> byWords(Caller caller, SearchRequest request) {
        if (!request.mode().usesWords()) {
            return Mono.just(SharedWords.NONE);
        }
        return words.lexemes(request.text())
                .flatMap(lexemes -> request.wants(ResultType.INTERACTION)
                        ? words.sharedBy(caller.accountId(), lexemes, request.filter(), DEPTH)
                                .map(sharing -> new SharedWords(lexemes, sharing))
                        : Mono.just(new SharedWords(lexemes, Sharing.NONE)));
    }

    Mono<Near> byMeaning(Caller caller, SearchRequest request, boolean isLarge, Embedding question) {
        return findNear.of(caller.accountId(), isLarge, question, request.filter(), DEPTH);
    }

    /** Joins the notes that share words with those near in meaning; there is none of the latter without a meaning. */
    Mono<List<RankedNote>> ranked(Caller caller, SearchRequest request, SharedWords shared, Near near) {
        Sharing sharing = shared.notes();
        return rank(caller, request, new Lists(sharing.alone(), sharing.inThreads(), near.alone(), near.inThreads()));
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
