package org.memoro.web.neighbour;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The visitor's own account, kept by the gateway and read on its internal port. */
@Component
public class Accounts {

    private static final String PATH = "/internal/v1/account";
    private static final int WHOLE_PAGE = 200;
    private static final ParameterizedTypeReference<Account> ACCOUNT = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<AccessToken> TOKEN = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Slice<AccessToken>> TOKENS = new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Slice<BrowserSession>> SESSIONS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Slice<AuditEntry>> AUDIT = new ParameterizedTypeReference<>() {};

    private final Neighbour gateway;

    Accounts(@Qualifier("gateway") Neighbour gateway) {
        this.gateway = gateway;
    }

    public Mono<Account> get() {
        return gateway.get(PATH, Map.of(), ACCOUNT);
    }

    public Mono<Account> change(Map<String, ?> patch) {
        return gateway.patch(PATH, null, patch, ACCOUNT);
    }

    public Mono<List<AccessToken>> tokens() {
        return all("/tokens", TOKENS).collectList();
    }

    /** Makes a token; the same key never makes a second one. */
    public Mono<AccessToken> addToken(Map<String, ?> wanted, String key) {
        return gateway.postOnce(PATH + "/tokens", key, wanted, TOKEN);
    }

    public Mono<Void> revokeToken(UUID id) {
        return gateway.send(HttpMethod.DELETE, PATH + "/tokens/" + id);
    }

    public Mono<List<BrowserSession>> sessions() {
        return all("/sessions", SESSIONS).collectList();
    }

    public Mono<Void> endSession(UUID id) {
        return gateway.send(HttpMethod.DELETE, PATH + "/sessions/" + id);
    }

    /** What happened with the account, newest first. */
    public Mono<Slice<AuditEntry>> audit(@Nullable String cursor, int limit) {
        return gateway.get(PATH + "/audit", page(cursor, limit), AUDIT);
    }

    private <T> Flux<T> all(String what, ParameterizedTypeReference<Slice<T>> type) {
        return gateway.get(PATH + what, page(null, WHOLE_PAGE), type)
                .expand(slice -> slice.nextCursor() == null
                        ? Mono.empty()
                        : gateway.get(PATH + what, page(slice.nextCursor(), WHOLE_PAGE), type))
                .flatMapIterable(Slice::items);
    }

    private static Map<String, Object> page(@Nullable String cursor, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        Neighbour.put(parameters, "cursor", cursor);
        parameters.put("limit", limit);
        return parameters;
    }
}
