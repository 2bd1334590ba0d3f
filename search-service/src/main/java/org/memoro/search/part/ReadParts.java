package org.memoro.search.part;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.memoro.search.document.EmbedPassages;
import org.memoro.search.document.Embedding;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the parts of a note, so that a search can point at the one it means. */
@Component
public class ReadParts {
    private static final String NO_TEXT = "";

    private final NoteParts noteParts;
    private final EmbedPassages embed;
    private final TenantTransactions transactions;

    ReadParts(NoteParts noteParts, EmbedPassages embed, TenantTransactions transactions) {
        this.noteParts = noteParts;
        this.embed = embed;
        this.transactions = transactions;
    }

    /** Asks at once; what it emits is the change of the index, to be made inside a transaction of the account. */
    public Mono<Mono<Void>> prepare(UUID userId, UUID interactionId) {
        return transactions
                .inTransaction(userId, noteParts.find(userId, interactionId))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> found.map(note -> prepare(userId, interactionId, note))
                        .orElseGet(() -> Mono.just(noteParts.deleteOthers(userId, interactionId, NO_TEXT))));
    }

    private Mono<Mono<Void>> prepare(UUID userId, UUID interactionId, NoteText note) {
        List<Part> parts = Part.of(note.text());
        Mono<Void> forget = noteParts.deleteOthers(userId, interactionId, parts.isEmpty() ? NO_TEXT : note.hash());
        return note.isRead(parts)
                ? Mono.just(forget)
                : embed.of(userId, note.passages(parts))
                        .map(meanings -> forget.then(keep(userId, interactionId, note, parts, meanings)));
    }

    private Mono<Void> keep(
            UUID userId, UUID interactionId, NoteText note, List<Part> parts, List<Embedding> meanings) {
        if (meanings.size() != parts.size()) {
            return Mono.error(new IllegalStateException(
                    "embedding-worker answered " + meanings.size() + " vectors for " + parts.size() + " texts"));
        }
        return noteParts.keep(userId, interactionId, note, parts, meanings);
    }
}
