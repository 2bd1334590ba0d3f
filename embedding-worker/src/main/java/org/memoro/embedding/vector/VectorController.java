package org.memoro.embedding.vector;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.embedding.EmbeddingWorkerProblem;
import org.memoro.embedding.VectorBytes;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands out the vectors of notes. */
@RestController
class VectorController {
    private final Vectors vectors;
    private final TenantTransactions transactions;

    VectorController(Vectors vectors, TenantTransactions transactions) {
        this.vectors = vectors;
        this.transactions = transactions;
    }

    /** A note's vector as search-service reads it. */
    record NoteVector(
            UUID interactionId, long version, String model, int dimensions, String vector, List<String> names) {

        static NoteVector of(UUID interactionId, PassageVector is) {
            return new NoteVector(
                    interactionId,
                    is.version(),
                    is.model(),
                    is.vector().length,
                    VectorBytes.base64(is.vector()),
                    is.names());
        }
    }

    @GetMapping("/internal/v1/vectors/{interactionId}")
    Mono<NoteVector> vector(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID interactionId,
            @RequestParam(required = false) @Nullable Long version) {
        return transactions
                .inTransaction(caller.accountId(), vectors.find(caller.accountId(), interactionId))
                .filter(vector -> version == null || version == vector.version())
                .map(vector -> NoteVector.of(interactionId, vector))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        EmbeddingWorkerProblem.VECTOR_NOT_FOUND, "It is not made yet, or the note has moved on.")));
    }
}
