package org.memoro.search.thread;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.EmbedPassages;
import org.memoro.search.part.NoteParts;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads notes again, together with the ones before them in their threads, and part by part.
 *
 * <p>What cannot be read now, since a provider does not answer, stays stale and is read with the account's next change; the
 * notes themselves are found all the same.
 */
@Component
public class RefreshContexts {
    private static final Logger log = LoggerFactory.getLogger(RefreshContexts.class);

    /** A change makes two contexts stale; the rest of these makes up for what could not be read before. */
    private static final int AT_ONCE = 20;

    /** Whoever reads many notes anew comes by again. */
    private static final int MOST_ROUNDS = 5;

    private final Contexts contexts;
    private final EmbedPassages embed;
    private final NoteParts noteParts;
    private final TenantTransactions transactions;

    RefreshContexts(Contexts contexts, EmbedPassages embed, NoteParts noteParts, TenantTransactions transactions) {
        this.contexts = contexts;
        this.embed = embed;
        this.noteParts = noteParts;
        this.transactions = transactions;
    }

    /** Never fails: what happened to the notes is kept already. */
    public Mono<Void> of(UUID userId) {
        return transactions
                .inTransaction(userId, contexts.stale(userId, AT_ONCE).collectList())
                .flatMap(stale -> refresh(userId, stale))
                .onErrorResume(failure -> {
                    log.warn("Notes are not read in their threads for now: {}", failure.toString());
                    return Mono.empty();
                });
    }

    /** As {@link #of}, for as many as there are. */
    public Mono<Void> allOf(UUID userId) {
        return of(userId)
                .then(transactions.inTransaction(
                        userId, contexts.stale(userId, 1).hasElements()))
                .repeat(MOST_ROUNDS - 1)
                .takeUntil(left -> !left)
                .then();
    }

    /** After the first that nobody can read nobody is asked for the others: what is not a matter of meaning is done all the same. */
    private Mono<Void> refresh(UUID userId, List<StaleNote> stale) {
        AtomicReference<@Nullable Throwable> away = new AtomicReference<>();
        return Flux.fromIterable(StaleNote.inRequests(stale))
                .concatMap(together -> refresh(userId, together, away))
                .then(Mono.defer(() -> Mono.justOrEmpty(away.get()).flatMap(Mono::error)));
    }

    private Mono<Void> refresh(UUID userId, List<StaleNote> together, AtomicReference<@Nullable Throwable> away) {
        return read(userId, together, away.get())
                .flatMap(read -> transactions.inTransaction(userId, settle(userId, together, read)))
                .onErrorResume(failure -> together.size() > 1
                        ? oneByOne(userId, together, away)
                        : wordsAlone(userId, together, away, failure));
    }

    /** One that cannot be read must not keep the others from being read. */
    private Mono<Void> oneByOne(UUID userId, List<StaleNote> notes, AtomicReference<@Nullable Throwable> away) {
        return Flux.fromIterable(notes)
                .concatMap(note -> refresh(userId, List.of(note), away))
                .then();
    }

    /** The words of a note that is gone must not wait for a provider. */
    private Mono<Void> wordsAlone(
            UUID userId, List<StaleNote> notes, AtomicReference<@Nullable Throwable> away, Throwable failure) {
        away.compareAndSet(null, failure);
        List<ReadNote> words = notes.stream().map(ReadNote::withoutMeaning).toList();
        return transactions.inTransaction(
                userId, contexts.lock(userId, notes).flatMap(locked -> keep(userId, words, locked)));
    }

    /** All of them with one request. */
    private Mono<List<ReadNote>> read(UUID userId, List<StaleNote> notes, @Nullable Throwable away) {
        List<String> passages =
                notes.stream().flatMap(note -> note.passages().stream()).toList();
        if (passages.isEmpty()) {
            return Mono.just(ReadNote.of(notes, List.of()));
        }
        return away == null
                ? embed.of(userId, passages).map(meanings -> ReadNote.of(notes, meanings))
                : Mono.error(away);
    }

    private Mono<Void> settle(UUID userId, List<StaleNote> notes, List<ReadNote> read) {
        return contexts.settle(userId, notes)
                .flatMap(settled -> keep(userId, read, settled).then(keepParts(userId, read, settled)));
    }

    private Mono<Void> keep(UUID userId, List<ReadNote> read, Set<UUID> unchanged) {
        List<ReadNote> kept = of(read, unchanged);
        return kept.isEmpty() ? Mono.empty() : contexts.keep(userId, kept);
    }

    private Mono<Void> keepParts(UUID userId, List<ReadNote> read, Set<UUID> unchanged) {
        List<NoteParts.Read> kept =
                of(read, unchanged).stream().map(ReadNote::ofParts).toList();
        return kept.isEmpty() ? Mono.empty() : noteParts.keep(userId, kept);
    }

    private static List<ReadNote> of(List<ReadNote> read, Set<UUID> unchanged) {
        return read.stream()
                .filter(note -> unchanged.contains(note.stale().id()))
                .toList();
    }
}
