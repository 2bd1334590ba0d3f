package org.memoro.embedding.changeover;

import org.memoro.embedding.changeover.Changeover.Progress;
import org.memoro.internaltokens.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells the settings page how far a change of the model has come. */
@RestController
class ChangeoverController {
    private final Changeover changeover;

    ChangeoverController(Changeover changeover) {
        this.changeover = changeover;
    }

    /** Not a part of the public contract: the gateway leads nobody here. */
    @GetMapping("/pages/v1/vectors")
    Mono<Progress> progress(@AuthenticationPrincipal Caller caller) {
        return changeover.progress(caller.accountId(), caller.enrichment());
    }
}
