package org.memoro.search.rebuild;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.search.contact.RefreshContact;
import org.memoro.search.indexing.IndexNote;
import org.memoro.search.thread.RefreshContexts;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads an account's notes and contacts from their owners again, a few at a time, while searches go on.
 *
 * <p>Nothing is thrown away first: each takes the place of what was there, by the same rules as when an event tells of it, so
 * what changes meanwhile is never set back. What the owners no longer have goes at the end.
 */
@Component
class RebuildIndex {
    /** Well within the time limit of a request, even when each meaning has to be asked for at a provider. */
    private static final int AT_ONCE = 20;

    /** Searches come first. */
    private static final int SIDE_BY_SIDE = 2;

    private final ListOwned owned;
    private final IndexedBefore indexedBefore;
    private final IndexNote indexNote;
    private final RefreshContact refreshContact;
    private final RefreshContexts refreshContexts;
    private final TenantTransactions transactions;
    private final Clock clock;

    RebuildIndex(
            ListOwned owned,
            IndexedBefore indexedBefore,
            IndexNote indexNote,
            RefreshContact refreshContact,
            RefreshContexts refreshContexts,
            TenantTransactions transactions,
            Clock clock) {
        this.owned = owned;
        this.indexedBefore = indexedBefore;
        this.indexNote = indexNote;
        this.refreshContact = refreshContact;
        this.refreshContexts = refreshContexts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What one request did.
     *
     * @param contacts how many were read
     * @param notes how many were read
     * @param next where to go on; null when all is done
     */
    record Step(int contacts, int notes, @Nullable String next) {}

    /** The first step begins with null, each other one with what the one before it said. */
    Mono<Step> step(UUID userId, @Nullable Place from) {
        Place place = from == null ? Place.beginning(clock.instant()) : from;
        return list(userId, place).flatMap(ids -> Flux.fromIterable(ids)
                .flatMap(id -> read(userId, place.stage(), id), SIDE_BY_SIDE)
                .then(isOfNotes(place.stage()) ? refreshContexts.allOf(userId) : Mono.empty())
                .thenReturn(step(place, ids)));
    }

    private Mono<List<UUID>> list(UUID userId, Place place) {
        return switch (place.stage()) {
            case CONTACTS -> owned.contacts(userId, place.after(), AT_ONCE);
            case NOTES -> owned.notes(userId, place.after(), AT_ONCE);
            case LEFT_CONTACTS ->
                transactions.inTransaction(
                        userId,
                        indexedBefore
                                .contacts(userId, place.begun(), place.after(), AT_ONCE)
                                .collectList());
            case LEFT_NOTES ->
                transactions.inTransaction(
                        userId,
                        indexedBefore
                                .notes(userId, place.begun(), place.after(), AT_ONCE)
                                .collectList());
        };
    }

    private Mono<Void> read(UUID userId, Stage stage, UUID id) {
        Mono<Mono<Void>> change =
                isOfNotes(stage) ? indexNote.prepareAnew(userId, id) : refreshContact.prepare(userId, id);
        return change.flatMap(write -> transactions.inTransaction(userId, write));
    }

    private static boolean isOfNotes(Stage stage) {
        return stage == Stage.NOTES || stage == Stage.LEFT_NOTES;
    }

    private static Step step(Place place, List<UUID> ids) {
        int notes = isOfNotes(place.stage()) ? ids.size() : 0;
        return new Step(ids.size() - notes, notes, next(place, ids));
    }

    private static @Nullable String next(Place place, List<UUID> ids) {
        if (ids.size() == AT_ONCE) {
            return place.after(ids.getLast()).text();
        }
        return place.stage().isLast() ? null : place.atNextStage().text();
    }
}
