package org.memoro.gateway.signin;

import java.net.URI;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What an unknown visitor gets: a page leads to the sign-in page, everything else is told 401. */
@Component
public class SignInRequired implements ServerAuthenticationEntryPoint {
    private static final String PAGE = "/sign-in";

    private final WantedPage wantedPage;

    SignInRequired(WantedPage wantedPage) {
        this.wantedPage = wantedPage;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException why) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpResponse response = exchange.getResponse();
        if (request.getPath().value().startsWith("/api/") || isEventStream(request)) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            return Problems.write(exchange, HttpProblem.NOT_SIGNED_IN, "Sign in, or send a personal access token.");
        }
        if ("true".equals(request.getHeaders().getFirst("HX-Request"))) {
            // A redirect would put the sign-in page into a corner of the page that asked.
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().set("HX-Redirect", PAGE);
            return response.setComplete();
        }
        wantedPage.remember(exchange);
        response.setStatusCode(HttpStatus.FOUND);
        response.getHeaders().setLocation(URI.create(PAGE));
        return response.setComplete();
    }

    private static boolean isEventStream(ServerHttpRequest request) {
        return request.getHeaders().getAccept().contains(MediaType.TEXT_EVENT_STREAM);
    }
}
