package org.memoro.search.indexing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.memoro.events.InteractionIndexed;
import org.memoro.outbox.Outbox;
import org.memoro.search.document.Documents;
import org.memoro.search.document.Embedding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings a note's place in the index up to date with what its owners say now. */
@Component
public class IndexNote {
    private final ReadNote read;
    private final Documents documents;
    private final Outbox outbox;
    private final Clock clock;

    IndexNote(ReadNote read, Documents documents, Outbox outbox, Clock clock) {
        this.read = read;
        this.documents = documents;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why a note is read. */
    private enum Cause {
        UNDERSTOOD,
        OTHER_PEOPLE,
        REBUILD
    }

    /** A new text or vector: asks at once, emits the change to be made in a transaction of the account. */
    Mono<Mono<Void>> prepareUnderstood(UUID userId, UUID interactionId, boolean withMeaning) {
        return prepare(userId, interactionId, withMeaning, Cause.UNDERSTOOD);
    }

    /** Other people on the same text: the words change, the meaning stays until the worker says otherwise. */
    Mono<Mono<Void>> preparePeopleChanged(UUID userId, UUID interactionId) {
        return prepare(userId, interactionId, false, Cause.OTHER_PEOPLE);
    }

    /** Everything again, whatever is kept; a note that its owner no longer has goes. Nobody is told. */
    public Mono<Mono<Void>> prepareAnew(UUID userId, UUID interactionId) {
        return prepare(userId, interactionId, true, Cause.REBUILD);
    }

    private Mono<Mono<Void>> prepare(UUID userId, UUID interactionId, boolean withMeaning, Cause cause) {
        return Mono.defer(() -> {
            Instant askedAt = clock.instant();
            return read.text(userId, interactionId)
                    .flatMap(found -> found.map(note -> meaning(userId, note, withMeaning)
                                    .map(meaning -> change(userId, note, meaning, askedAt, cause)))
                            .orElseGet(() -> Mono.just(notThere(userId, interactionId, askedAt, cause))));
        });
    }

    private Mono<Optional<Embedding>> meaning(UUID userId, Note note, boolean wanted) {
        return wanted && !note.deleted()
                ? read.meaning(userId, note.id(), note.version())
                : Mono.just(Optional.empty());
    }

    private Mono<Void> notThere(UUID userId, UUID interactionId, Instant askedAt, Cause cause) {
        return cause == Cause.REBUILD ? documents.buryAsKept(userId, interactionId, askedAt) : Mono.empty();
    }

    private Mono<Void> change(UUID userId, Note note, Optional<Embedding> meaning, Instant askedAt, Cause cause) {
        if (note.deleted()) {
            return documents.bury(userId, note.id(), note.version(), askedAt).then();
        }
        Mono<Boolean> keep = cause == Cause.REBUILD
                ? documents.keepAnew(userId, note.document(), askedAt)
                : documents.keep(userId, note.document(), askedAt);
        Mono<Void> rest = keepMeaning(userId, note, meaning)
                .then(cause == Cause.UNDERSTOOD ? sayIndexed(userId, note) : Mono.empty());
        return keep.filter(kept -> kept).flatMap(kept -> rest);
    }

    private Mono<Void> keepMeaning(UUID userId, Note note, Optional<Embedding> meaning) {
        return meaning.map(embedding -> documents.keepMeaning(userId, note.id(), note.version(), embedding))
                .orElseGet(Mono::empty);
    }

    private Mono<Void> sayIndexed(UUID userId, Note note) {
        return outbox.append(InteractionIndexed.of(userId, note.id(), note.version()));
    }
}
