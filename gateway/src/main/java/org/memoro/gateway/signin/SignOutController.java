package org.memoro.gateway.signin;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.session.EndAllSessions;
import org.memoro.gateway.session.EndSession;
import org.memoro.gateway.session.SessionCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Signing out: the session ends here, whatever the browser does with its cookie. */
@Hidden
@RestController
class SignOutController {
    private static final String PAGE = "/sign-in";

    private final EndSession endSession;
    private final EndAllSessions endAllSessions;
    private final SessionCookie cookie;

    SignOutController(EndSession endSession, EndAllSessions endAllSessions, SessionCookie cookie) {
        this.endSession = endSession;
        this.endAllSessions = endAllSessions;
        this.cookie = cookie;
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(
            ServerWebExchange exchange, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return endSession.shownBy(exchange).then(Mono.fromSupplier(() -> leave(exchange, htmx)));
    }

    @PostMapping("/sign-out/everywhere")
    Mono<ResponseEntity<Void>> signOutEverywhere(
            @AuthenticationPrincipal SignedIn who,
            ServerWebExchange exchange,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx) {
        return endAllSessions.of(who).then(Mono.fromSupplier(() -> leave(exchange, htmx)));
    }

    private ResponseEntity<Void> leave(ServerWebExchange exchange, @Nullable String htmx) {
        cookie.clear(exchange);
        return "true".equals(htmx)
                ? ResponseEntity.ok().header("HX-Redirect", PAGE).build()
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PAGE))
                        .build();
    }
}
