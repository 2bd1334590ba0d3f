package org.memoro.interactions.interaction;

import java.util.List;
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
    private static final int MOST_IDS = 1_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final ReadInteractions read;

    InternalInteractionController(ReadInteractions read) {
        this.read = read;
    }

    /** A list in the order of the ids; the last one leads to the next. */
    record Ids(List<UUID> items) {}

    /** Which notes there are, for whoever has to read them all: at most 1,000 at a time. */
    @GetMapping("/interactions")
    Mono<Ids> ids(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = limit == null ? MOST_IDS : Math.clamp(limit, 1, MOST_IDS);
        return read.ids(caller.accountId(), after == null ? FIRST : after, most).map(Ids::new);
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
