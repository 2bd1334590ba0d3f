package org.memoro.gateway.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.gateway.account.SignedIn;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own personal access tokens over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/account/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
class TokenController {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 128;
    /** PostgreSQL does not count much further, and RFC 3339 no further at all. */
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final ListTokens listTokens;
    private final IssueToken issueToken;
    private final RevokeToken revokeToken;
    private final Clock clock;

    TokenController(ListTokens listTokens, IssueToken issueToken, RevokeToken revokeToken, Clock clock) {
        this.listTokens = listTokens;
        this.issueToken = issueToken;
        this.revokeToken = revokeToken;
        this.clock = clock;
    }

    /** What a person asks for; without scopes the token may do everything its maker may. */
    record Wanted(
            @Nullable String name,
            @Nullable Instant expiresAt,
            @Nullable List<@Nullable String> scopes) {}

    /** The only answer that ever contains a token's text. */
    record Shown(@JsonUnwrapped PersonalToken details, String token) {
        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a personal access token; its text is shown in this answer only")
    Mono<ResponseEntity<Shown>> issue(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody Wanted wanted) {
        String name = wanted.name() == null ? "" : wanted.name().strip();
        Set<String> scopes = wanted.scopes() == null ? who.scopes() : new LinkedHashSet<>(wanted.scopes());
        check(wanted, name, scopes, idempotencyKey);
        if (!who.scopes().containsAll(scopes)) {
            return Mono.error(ProblemException.of(
                    HttpProblem.INSUFFICIENT_SCOPE, "A token cannot make one that may do more than itself."));
        }
        return issueToken
                .of(who, name, scopes, wanted.expiresAt(), idempotencyKey)
                .map(issued -> ResponseEntity.created(URI.create(
                                "/api/v1/account/tokens/" + issued.token().id()))
                        .body(new Shown(issued.token(), issued.secret().text())));
    }

    private void check(Wanted wanted, String name, Set<String> scopes, @Nullable String key) {
        Instant expiresAt = wanted.expiresAt();
        new FieldProblems()
                .check(!name.isEmpty(), "/name", "says what the token is for.")
                .check(name.length() <= LONGEST_NAME, "/name", "may have up to 200 characters.")
                .check(
                        !scopes.isEmpty() && scopes.stream().allMatch(TokenController::isScope),
                        "/scopes",
                        "must be some of read, write.")
                .check(expiresAt == null || expiresAt.isAfter(clock.instant()), "/expiresAt", "must lie in the future.")
                .check(expiresAt == null || expiresAt.isBefore(END), "/expiresAt", "must lie before the year 10000.")
                .check(
                        key == null || (!key.isBlank() && key.length() <= LONGEST_KEY),
                        "#Idempotency-Key",
                        "must have 1 to 128 characters.")
                .throwIfAny();
    }

    private static boolean isScope(@Nullable String word) {
        return word != null && SignedIn.ALL_SCOPES.contains(word);
    }

    @GetMapping
    @Operation(summary = "Which personal access tokens do I have?")
    Mono<Page<PersonalToken>> list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listTokens.of(who.accountId(), Limits.of(limit), Cursor.decode(cursor));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a personal access token at once")
    Mono<Void> revoke(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return revokeToken.of(who, id);
    }
}
