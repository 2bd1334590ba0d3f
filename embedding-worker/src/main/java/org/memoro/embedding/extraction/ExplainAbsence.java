package org.memoro.embedding.extraction;

import java.util.UUID;
import org.memoro.embedding.EmbeddingWorkerProblem;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.note.ReadNote;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.problems.ProblemException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds out why nothing is known of a note: not this account's, not read yet, or not to be read at all. */
@Component
class ExplainAbsence {
    private final ReadNote readNote;

    ExplainAbsence(ReadNote readNote) {
        this.readNote = readNote;
    }

    /** Always a problem; only the owner of notes knows whether there is one. */
    <T> Mono<T> of(Caller caller, UUID interactionId) {
        return Mono.defer(() -> readNote.read(caller.accountId(), interactionId))
                .filter(note -> !note.deleted())
                .map(note -> present(caller, note))
                .defaultIfEmpty(ProblemException.of(
                        EmbeddingWorkerProblem.INTERACTION_NOT_FOUND, "There is no such note in your account."))
                .flatMap(Mono::error);
    }

    private static ProblemException present(Caller caller, Note note) {
        return caller.enrichment() == EnrichmentMode.OFF
                ? ProblemException.of(
                        EmbeddingWorkerProblem.ENRICHMENT_OFF, "Your account has understanding switched off.")
                : ProblemException.of(
                        EmbeddingWorkerProblem.ENRICHMENT_NOT_READY,
                        "Version " + note.version() + " is still being read.");
    }
}
