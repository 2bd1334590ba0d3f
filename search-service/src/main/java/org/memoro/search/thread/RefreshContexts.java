package org.memoro.search.thread;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.search.document.EmbedPassages;
import org.memoro.search.document.Embedding;
import org.memoro.search.part.NoteParts;
import org.memoro.search.text.TextHash;
import org.memoro.search.thread.Contexts.Stale;
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

    private static final String NOT_READ = "";

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
    private Mono<Void> refresh(UUID userId, List<Stale> stale) {
        AtomicReference<@Nullable Throwable> away = new AtomicReference<>();
        return Flux.fromIterable(stale)
                .concatMap(each -> refresh(userId, each, away))
                .then(Mono.defer(() -> Mono.justOrEmpty(away.get()).flatMap(Mono::error)));
    }

    private Mono<Void> refresh(UUID userId, Stale stale, AtomicReference<@Nullable Throwable> away) {
        return transactions
                .inTransaction(userId, find(userId, stale.interactionId()))
                .flatMap(found -> read(userId, found, away.get())
                        .flatMap(read -> transactions.inTransaction(userId, settle(userId, stale, found, read)))
                        .onErrorResume(failure -> {
                            away.compareAndSet(null, failure);
                            return transactions.inTransaction(userId, keepWordsAlone(userId, stale, found.note()));
                        }));
    }

    /** What is to be read of a note: it and the one before it, and its parts. */
    private record Found(Optional<NoteInThread> note) {
        /** Empty when there is nothing to be read, or nothing new. */
        Optional<String> passage() {
            return note.filter(inThread -> !inThread.isRead()).flatMap(NoteInThread::passage);
        }

        List<String> passages() {
            Stream<String> parts = note.stream().flatMap(inThread -> inThread.parts().unread().stream());
            return Stream.concat(passage().stream(), parts).toList();
        }
    }

    /** What came of it. */
    private record Read(Optional<Embedding> meaning, List<Embedding> parts) {
        static Read of(Found found, List<Embedding> meanings) {
            boolean inThread = found.passage().isPresent();
            return new Read(
                    inThread ? Optional.of(meanings.getFirst()) : Optional.empty(),
                    inThread ? meanings.subList(1, meanings.size()) : meanings);
        }
    }

    private Mono<Found> find(UUID userId, UUID interactionId) {
        return contexts.find(userId, interactionId)
                .map(note -> new Found(Optional.of(note)))
                .defaultIfEmpty(new Found(Optional.empty()));
    }

    /** All of a note with one request. */
    private Mono<Read> read(UUID userId, Found found, @Nullable Throwable away) {
        List<String> passages = found.passages();
        if (passages.isEmpty()) {
            return Mono.just(Read.of(found, List.of()));
        }
        return away == null ? embed.of(userId, passages).map(meanings -> Read.of(found, meanings)) : Mono.error(away);
    }

    /** The words of a note that is gone must not wait for a provider. */
    private Mono<Void> keepWordsAlone(UUID userId, Stale stale, Optional<NoteInThread> note) {
        return contexts.lock(userId, stale)
                .filter(locked -> locked)
                .flatMap(locked -> keep(userId, stale.interactionId(), note, Optional.empty()));
    }

    private Mono<Void> settle(UUID userId, Stale stale, Found found, Read read) {
        return contexts.settle(userId, stale).filter(settled -> settled).flatMap(settled -> keep(
                        userId, stale.interactionId(), found.note(), read.meaning())
                .then(keepParts(userId, stale.interactionId(), found, read)));
    }

    private Mono<Void> keepParts(UUID userId, UUID id, Found found, Read read) {
        return found.note()
                .map(note -> noteParts.keep(userId, id, note.parts(), read.parts()))
                .orElseGet(() -> noteParts.delete(userId, id));
    }

    private Mono<Void> keep(UUID userId, UUID id, Optional<NoteInThread> found, Optional<Embedding> meaning) {
        NoteInThread note = found.orElse(null);
        if (note == null || note.before() == null) {
            return contexts.deleteWords(userId, id).then(contexts.deleteMeaning(userId, id, NOT_READ));
        }
        Mono<Void> words = contexts.replaceWords(userId, id, note.before().id());
        return note.isRead()
                ? words
                : words.then(contexts.deleteMeaning(
                                userId, id, note.passage().map(TextHash::of).orElse(NOT_READ)))
                        .then(Mono.justOrEmpty(meaning)
                                .zipWith(Mono.justOrEmpty(note.passage()))
                                .flatMap(read -> contexts.keepMeaning(userId, id, read.getT2(), read.getT1())));
    }
}
