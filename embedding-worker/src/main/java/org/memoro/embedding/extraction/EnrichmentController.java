package org.memoro.embedding.extraction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.embedding.EmbeddingWorkerProblem;
import org.memoro.internaltokens.Caller;
import org.memoro.languagemodels.Extraction;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hands out what was read out of notes: to the account itself, and to contact-service, which applies it. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Interactions")
class EnrichmentController {
    private final Extractions extractions;
    private final ExplainAbsence explainAbsence;
    private final TenantTransactions transactions;

    EnrichmentController(Extractions extractions, ExplainAbsence explainAbsence, TenantTransactions transactions) {
        this.extractions = extractions;
        this.explainAbsence = explainAbsence;
        this.transactions = transactions;
    }

    /** What was read out of one version of a note, and by whom. */
    record Enrichment(UUID interactionId, long version, String provider, String model, Extraction extraction) {

        static Enrichment of(UUID interactionId, KeptExtraction kept) {
            return new Enrichment(interactionId, kept.version(), kept.provider(), kept.model(), kept.extraction());
        }
    }

    @Operation(
            summary = "What was read out of a note",
            description = "People, place, date and facts, each with the words of the note that support it. "
                    + "404 enrichment-not-ready while the note is still being read.")
    @GetMapping("/api/v1/interactions/{id}/enrichment")
    Mono<ResponseEntity<Extraction>> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return find(caller, id)
                .map(kept -> ResponseEntity.ok().eTag(Etags.of(kept.version())).body(kept.extraction()))
                .switchIfEmpty(explainAbsence.of(caller, id));
    }

    @GetMapping("/internal/v1/enrichments/{interactionId}")
    Mono<Enrichment> readToApply(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID interactionId,
            @RequestParam(required = false) @Nullable Long version) {
        return find(caller, interactionId)
                .filter(kept -> version == null || version == kept.version())
                .map(kept -> Enrichment.of(interactionId, kept))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        EmbeddingWorkerProblem.ENRICHMENT_NOT_FOUND,
                        "It is not read yet, its account wants no facts, or the note has moved on.")));
    }

    private Mono<KeptExtraction> find(Caller caller, UUID interactionId) {
        return transactions.inTransaction(caller.accountId(), extractions.find(caller.accountId(), interactionId));
    }
}
