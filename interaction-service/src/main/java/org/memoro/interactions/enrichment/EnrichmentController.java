package org.memoro.interactions.enrichment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.memoro.internaltokens.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lets a person have a note understood again. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Interactions")
class EnrichmentController {
    private final TryAgain tryAgain;

    EnrichmentController(TryAgain tryAgain) {
        this.tryAgain = tryAgain;
    }

    @Operation(summary = "Understand a note again, now")
    @PostMapping("/api/v1/interactions/{id}/enrichment")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<EnrichmentChange> tryAgain(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return tryAgain.run(caller, id);
    }
}
