package org.memoro.gateway.signin;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.memoro.gateway.session.EndSession;
import org.memoro.gateway.session.SessionCookie;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private final SessionCookie cookie;

    SignOutController(EndSession endSession, SessionCookie cookie) {
        this.endSession = endSession;
        this.cookie = cookie;
    }

    @PostMapping("/sign-out")
    Mono<ResponseEntity<Void>> signOut(
            ServerWebExchange exchange, @RequestHeader(name = "HX-Request", required = false) String htmx) {
        return endSession.shownBy(exchange).then(Mono.fromSupplier(() -> {
            cookie.clear(exchange);
            ResponseEntity.BodyBuilder answer = "true".equals(htmx)
                    ? ResponseEntity.ok().header("HX-Redirect", PAGE)
                    : ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(PAGE));
            return answer.header("Clear-Site-Data", "\"storage\"").build();
        }));
    }
}
