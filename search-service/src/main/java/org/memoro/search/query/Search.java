package org.memoro.search.query;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.search.document.Embedding;
import org.memoro.search.large.AccountSizes;
import org.memoro.search.large.LargeTurns;
import org.memoro.search.query.FindContacts.RankedContact;
import org.memoro.search.query.FindNear.Near;
import org.memoro.search.query.FindNotes.SharedWords;
import org.memoro.search.query.Found.FoundContact;
import org.memoro.search.query.Found.FoundNote;
import org.memoro.search.query.SearchAnswer.Item;
import org.memoro.search.query.SearchMetrics.Stage;
import org.memoro.search.query.SearchRequest.Place;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers a question from the notes and contacts of one account. */
@Component
class Search {
    private static final Duration WORKER_SOON = Duration.ofSeconds(5);

    private final TenantTransactions transactions;
    private final ReadMeaning readMeaning;
    private final FindNotes findNotes;
    private final FindContacts findContacts;
    private final ShowResults show;
    private final AccountSizes sizes;
    private final LargeTurns largeTurns;
    private final SearchMetrics metrics;

    Search(
            TenantTransactions transactions,
            ReadMeaning readMeaning,
            FindNotes findNotes,
            FindContacts findContacts,
            ShowResults show,
            AccountSizes sizes,
            LargeTurns largeTurns,
            SearchMetrics metrics) {
        this.transactions = transactions;
        this.readMeaning = readMeaning;
        this.findNotes = findNotes;
        this.findContacts = findContacts;
        this.show = show;
        this.sizes = sizes;
        this.largeTurns = largeTurns;
        this.metrics = metrics;
    }

    /** What a question means, and the notes nearest to that; neither, when the meaning is not wanted or cannot be had. */
    private record Meaning(Optional<Embedding> question, Near near) {
        static final Meaning NONE = new Meaning(Optional.empty(), Near.NONE);
    }

    Mono<SearchAnswer> run(Caller caller, SearchRequest request) {
        long begin = System.nanoTime();
        Mono<SearchAnswer> answer = sizes.isLarge(caller.accountId())
                .flatMap(isLarge -> isLarge
                        ? meaning(caller, request)
                                // Nobody's turn lasts longer because a model takes its time.
                                .flatMap(meaning ->
                                        largeTurns.take(run(caller, request, true, Mono.just(meaning), begin)))
                        : run(caller, request, false, meaning(caller, request), begin));
        return metrics.timed(Stage.WHOLE, answer);
    }

    private Mono<SearchAnswer> run(
            Caller caller, SearchRequest request, boolean isLarge, Mono<Optional<Embedding>> asked, long begin) {
        // Two connections: in a large account either takes longer than everything else together.
        Mono<SharedWords> words = transactions.inTransaction(caller.accountId(), findNotes.byWords(caller, request));
        Mono<Meaning> near = asked.flatMap(meaning -> near(caller, request, isLarge, meaning));
        return Mono.zip(metrics.timed(Stage.WORDS, words), metrics.timed(Stage.MEANING, near))
                .flatMap(both -> transactions.inTransaction(
                        caller.accountId(), answer(caller, request, both.getT1(), both.getT2(), begin)))
                .doOnNext(answered -> metrics.answered(request, answered));
    }

    private Mono<Meaning> near(Caller caller, SearchRequest request, boolean isLarge, Optional<Embedding> meaning) {
        return meaning.map(question -> transactions
                        .inTransaction(caller.accountId(), findNotes.byMeaning(caller, request, isLarge, question))
                        .map(near -> new Meaning(meaning, near)))
                .orElse(Mono.just(Meaning.NONE));
    }

    private Mono<Optional<Embedding>> meaning(Caller caller, SearchRequest request) {
        boolean saysSomething = request.text().codePoints().anyMatch(c -> c > 0x7F || Character.isLetterOrDigit(c));
        if (!request.mode().usesMeaning() || !request.wants(ResultType.INTERACTION) || !saysSomething) {
            return Mono.just(Optional.empty());
        }
        return readMeaning.of(caller.accountId(), request.text()).doOnNext(meaning -> {
            if (meaning.isEmpty() && !request.mode().usesWords()) {
                throw ProblemException.of(
                                HttpProblem.DEPENDENCY_UNAVAILABLE,
                                "Search by meaning is not possible right now; by words it is.")
                        .retryAfter(WORKER_SOON);
            }
        });
    }

    private Mono<SearchAnswer> answer(
            Caller caller, SearchRequest request, SharedWords words, Meaning meaning, long begin) {
        Optional<Embedding> question = meaning.question();
        return metrics.timed(Stage.RANKING, found(caller, request, words, meaning.near()))
                .flatMap(found -> page(caller.accountId(), request, words.lexemes(), found, question))
                .map(page -> new SearchAnswer(
                        page.items(),
                        page.nextCursor(),
                        usedMode(request, question),
                        question.map(Embedding::model).orElse(null),
                        Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }

    private Mono<List<Found>> found(Caller caller, SearchRequest request, SharedWords words, Near near) {
        Mono<List<RankedContact>> foundContacts = wantsContacts(request)
                ? findContacts.matching(caller.accountId(), request, words.lexemes())
                : Mono.just(List.of());
        return findNotes.ranked(caller, request, words, near).zipWhen(ranked -> foundContacts, Search::join);
    }

    private static boolean wantsContacts(SearchRequest request) {
        return request.wants(ResultType.CONTACT)
                && request.mode().usesWords()
                && request.filter().allowsContacts();
    }

    /** Both lists are sorted by score already, and the sort keeps the order of equals. */
    private static List<Found> join(List<RankedNote> foundNotes, List<RankedContact> foundContacts) {
        Stream<Found> contacts = foundContacts.stream().map(FoundContact::new);
        return Stream.concat(contacts, foundNotes.stream().map(FoundNote::new))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .toList();
    }

    /** The items of one page. */
    private record Page(List<Item> items, @Nullable String nextCursor) {}

    private Mono<Page> page(
            UUID userId, SearchRequest request, List<String> lexemes, List<Found> found, Optional<Embedding> meaning) {
        int start = start(request.after(), found);
        List<Found> page = found.stream().skip(start).limit(request.limit()).toList();
        int end = start + page.size();
        String next = end < found.size() && !page.isEmpty()
                ? request.cursorAfter(page.getLast().id(), end)
                : null;
        return metrics.timed(Stage.SHOWING, show.of(userId, page, lexemes, request.text(), meaning))
                .map(items -> new Page(items, next));
    }

    /** After the last result that was seen, wherever it stands now; where it stood, if it is gone. */
    private static int start(Place after, List<Found> found) {
        return IntStream.range(0, found.size())
                .filter(i -> found.get(i).id().equals(after.id()))
                .map(i -> i + 1)
                .findFirst()
                .orElse(Math.max(0, after.position()));
    }

    private static SearchMode usedMode(SearchRequest request, Optional<Embedding> meaning) {
        return request.mode() == SearchMode.HYBRID && meaning.isEmpty() ? SearchMode.LEXICAL : request.mode();
    }
}
