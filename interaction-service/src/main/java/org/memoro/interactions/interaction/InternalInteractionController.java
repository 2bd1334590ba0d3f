package org.memoro.interactions.interaction;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.internaltokens.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The calls that other services make; which may make which is in the service's {@code ActorAccess}. */
@RestController
@RequestMapping("/internal/v1")
class InternalInteractionController {
    private static final int USUAL = 3;

    private final ReadInteractions read;

    InternalInteractionController(ReadInteractions read) {
        this.read = read;
    }

    @GetMapping("/interactions/{id}")
    Mono<InternalNote> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return read.forServices(caller.accountId(), id);
    }

    @GetMapping("/contacts/{contactId}/interactions")
    Mono<Page<InteractionResponse>> newestWith(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID contactId,
            @RequestParam(required = false) @Nullable Integer limit) {
        InteractionFilter filter = InteractionFilter.of(contactId, null, null, null);
        return read.list(caller.accountId(), filter, Limits.of(limit, USUAL));
    }
}
