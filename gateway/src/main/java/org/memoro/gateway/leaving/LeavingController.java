package org.memoro.gateway.leaving;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.session.SessionCookie;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Deleting one's own account: a call for scripts, a form for people. */
@RestController
class LeavingController {
    /** Typed by hand, so that no slip of a finger deletes a year of notes. */
    private static final String WORD = "delete";

    private static final String GOODBYE = "/sign-in?left";
    private static final String NOT_SURE = "/settings?unconfirmed";

    private static final FormHttpMessageReader FORMS = new FormHttpMessageReader();
    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    private final DeleteAccount deleteAccount;
    private final SessionCookie cookie;

    LeavingController(DeleteAccount deleteAccount, SessionCookie cookie) {
        this.deleteAccount = deleteAccount;
        this.cookie = cookie;
    }

    @DeleteMapping("/api/v1/account")
    @Operation(
            summary = "Delete my account and everything in it, for good",
            description =
                    "Sessions and tokens end at once; every store of every service is empty of the account within a "
                            + "minute. Export first: nothing can be brought back.")
    @ApiResponse(responseCode = "202", description = "It is being deleted everywhere")
    Mono<ResponseEntity<Void>> delete(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
        return deleteAccount.of(who.accountId()).then(Mono.fromSupplier(() -> {
            forget(who, exchange);
            return ResponseEntity.accepted().build();
        }));
    }

    @Hidden
    @PostMapping(path = "/account/delete", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<Void>> leave(
            @AuthenticationPrincipal SignedIn who,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            ServerWebExchange exchange) {
        // Not getFormData(), which looks at the body that the check of the CSRF token has read already.
        return FORMS.readMono(FORM, exchange.getRequest(), Map.of())
                .filter(LeavingController::isConfirmed)
                .flatMap(sure -> deleteAccount.of(who.accountId()).then(Mono.fromSupplier(() -> {
                    forget(who, exchange);
                    return GOODBYE;
                })))
                .defaultIfEmpty(NOT_SURE)
                .map(page -> goTo(page, htmx));
    }

    private static boolean isConfirmed(MultiValueMap<String, String> form) {
        String typed = form.getFirst("confirm");
        return typed != null && typed.strip().toLowerCase(Locale.ROOT).equals(WORD);
    }

    private void forget(SignedIn who, ServerWebExchange exchange) {
        if (who.sessionId() != null) {
            cookie.clear(exchange);
            exchange.getResponse().getHeaders().set("Clear-Site-Data", "\"cache\", \"storage\"");
        }
    }

    private static ResponseEntity<Void> goTo(String page, @Nullable String htmx) {
        return "true".equals(htmx)
                ? ResponseEntity.ok().header("HX-Redirect", page).build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(page))
                        .build();
    }
}
