package org.memoro.gateway.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One's own account over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/account", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {
    private final ReadAccount readAccount;
    private final ChangeAccount changeAccount;

    AccountController(ReadAccount readAccount, ChangeAccount changeAccount) {
        this.readAccount = readAccount;
        this.changeAccount = changeAccount;
    }

    /** What a patch may say, for the description of the API; {@link SettingsPatch} reads it. */
    record Settings(
            @Nullable String timeZone,
            @Nullable EnrichmentMode enrichment,
            @Schema(implementation = Object.class) @Nullable Object appearance) {}

    @GetMapping
    @Operation(summary = "Who am I, and what have I chosen?")
    Mono<ResponseEntity<Account>> read(@AuthenticationPrincipal SignedIn who) {
        return readAccount
                .of(who.accountId())
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.of(HttpProblem.NOT_SIGNED_IN, "This account is gone.")))
                .map(AccountController::withVersion);
    }

    @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Operation(summary = "Change time zone, enrichment or appearance")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Settings.class)))
    Mono<ResponseEntity<Account>> change(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        return changeAccount.change(who, patch, ifMatch).map(AccountController::withVersion);
    }

    private static ResponseEntity<Account> withVersion(Account account) {
        return ResponseEntity.ok().eTag(Etags.of(account.version())).body(account);
    }
}
