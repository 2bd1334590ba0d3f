package org.memoro.contacts.deciding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Etags;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactQuery;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.Facts;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What notes and the user say, over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/facts", produces = MediaType.APPLICATION_JSON_VALUE)
class FactController {
    private final AccountWork account;
    private final Facts facts;
    private final ViewFacts viewFacts;
    private final DecideFact decideFact;
    private final Clock clock;

    FactController(AccountWork account, Facts facts, ViewFacts viewFacts, DecideFact decideFact, Clock clock) {
        this.account = account;
        this.facts = facts;
        this.viewFacts = viewFacts;
        this.decideFact = decideFact;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List facts, newest first, of a note, of a contact, in a state")
    Mono<Page<FactView>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID interactionId,
            @RequestParam(required = false) @Nullable UUID contactId,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        FactQuery query =
                new FactQuery(interactionId, contactId, state(state), Cursor.decode(cursor), Limits.of(limit));
        UUID userId = caller.accountId();
        return account.read(userId, facts.list(userId, query).flatMap(page -> viewFacts
                .of(userId, page.items())
                .map(items -> new Page<>(items, page.nextCursor()))));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a fact")
    Mono<ResponseEntity<FactView>> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        UUID userId = caller.accountId();
        return account.read(
                userId,
                facts.find(userId, id)
                        .switchIfEmpty(Mono.error(ContactProblem.FACT_NOT_FOUND::exception))
                        .flatMap(fact -> answer(userId, fact)));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(summary = "Confirm, fix, undo or put back a fact, or say who is meant")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Decision.class)))
    Mono<ResponseEntity<FactView>> decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody JsonNode body) {
        UUID userId = caller.accountId();
        LocalDate today = LocalDate.now(clock.withZone(caller.zone()));
        return decideFact
                .decide(userId, id, body, ifMatch, today)
                .flatMap(fact -> account.read(userId, answer(userId, fact)));
    }

    private Mono<ResponseEntity<FactView>> answer(UUID userId, Fact fact) {
        return viewFacts
                .of(userId, List.of(fact))
                .map(views -> ResponseEntity.ok().eTag(Etags.of(fact.version())).body(views.getFirst()));
    }

    private static @Nullable FactState state(@Nullable String word) {
        return word == null
                ? null
                : FactState.of(word)
                        .orElseThrow(() -> ProblemException.of(
                                HttpProblem.MALFORMED, "The parameter 'state' is suggested, kept or off."));
    }
}
