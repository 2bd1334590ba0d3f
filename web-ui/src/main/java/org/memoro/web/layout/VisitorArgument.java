package org.memoro.web.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.Caller;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives controllers the {@link Visitor} from the verified token and the headers that only the gateway can set. */
@Component
public class VisitorArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visitor.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .<Object>map(caller -> visitor(caller, exchange))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED)));
    }

    private static Visitor visitor(Caller caller, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return new Visitor(
                caller.accountId(),
                caller.zone(),
                decoded(headers, "X-Account-Name"),
                decoded(headers, "X-Account-Email"),
                Optional.ofNullable(headers.getFirst("X-CSRF-Token")).orElse(""),
                Looks.of(exchange));
    }

    private static String decoded(HttpHeaders headers, String name) {
        @Nullable String value = headers.getFirst(name);
        try {
            return value == null ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
