package org.memoro.gateway.session;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Limits;
import org.memoro.api.Page;
import org.memoro.gateway.account.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One's own sessions over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/account/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {
    private final ListSessions listSessions;
    private final EndSession endSession;
    private final EndAllSessions endAllSessions;
    private final SessionCookie cookie;

    SessionController(
            ListSessions listSessions, EndSession endSession, EndAllSessions endAllSessions, SessionCookie cookie) {
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.endAllSessions = endAllSessions;
        this.cookie = cookie;
    }

    @GetMapping
    @Operation(summary = "Where am I signed in?")
    Mono<Page<Session>> list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return listSessions.of(who, Limits.of(limit), Cursor.decode(cursor));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign one browser out")
    Mono<Void> end(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, ServerWebExchange exchange) {
        return endSession.of(who, id).then(Mono.fromRunnable(() -> {
            if (id.equals(who.sessionId())) {
                cookie.clear(exchange);
            }
        }));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sign out everywhere; personal access tokens stay")
    Mono<Void> endAll(@AuthenticationPrincipal SignedIn who, ServerWebExchange exchange) {
        return endAllSessions.of(who).then(Mono.fromRunnable(() -> {
            if (who.sessionId() != null) {
                cookie.clear(exchange);
            }
        }));
    }
}
