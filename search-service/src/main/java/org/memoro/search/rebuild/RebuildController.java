package org.memoro.search.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;
import org.memoro.search.rebuild.RebuildIndex.Step;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes the steps of a rebuild; the gateway, which knows the accounts, goes from one to the next. */
@RestController
class RebuildController {
    private final RebuildIndex rebuildIndex;

    RebuildController(RebuildIndex rebuildIndex) {
        this.rebuildIndex = rebuildIndex;
    }

    /** Where to go on: the {@code next} of the answer before, null at the beginning. */
    record RebuildRequest(@Nullable String from) {
        @Nullable
        Place place() {
            try {
                return from == null ? null : Place.parse(from);
            } catch (IllegalArgumentException e) {
                throw ProblemException.validation(
                        List.of(new FieldProblem("/from", "must be what the step before answered.")));
            }
        }
    }

    @PostMapping("/internal/v1/rebuild")
    Mono<Step> step(@AuthenticationPrincipal Caller caller, @RequestBody RebuildRequest request) {
        return rebuildIndex.step(caller.accountId(), request.place());
    }
}
