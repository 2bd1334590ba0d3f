package org.memoro.internaltokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The gateway's public keys, asked for again when an unknown one is met or the known ones grow old. */
final class GatewayKeys implements Function<SignedJWT, Flux<JWK>> {
    /** A key the gateway no longer publishes stops being believed after this long. */
    static final Duration FRESH = Duration.ofMinutes(5);
    /** Tokens with invented key ids must not turn into as many requests to the gateway. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final WebClient gateway;
    private final Clock clock;
    private final Mono<Known> asking;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    /** The keys of one answer. */
    private record Known(List<JWK> keys, Instant at) {
        boolean has(String keyId) {
            return keys.stream().anyMatch(key -> keyId.equals(key.getKeyID()));
        }
    }

    GatewayKeys(WebClient gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
        // Many requests may miss the same key at once: they share one question, and its answer for a while.
        this.asking = Mono.defer(this::ask).cache(answer -> PAUSE, failure -> PAUSE, () -> PAUSE);
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        String keyId = token.getHeader().getKeyID();
        if (keyId == null) {
            return Flux.empty();
        }
        Known now = known;
        boolean old = now.at().plus(FRESH).isBefore(clock.instant());
        Mono<Known> keys = old || !now.has(keyId) ? asking : Mono.just(now);
        return keys.flatMapIterable(Known::keys);
    }

    private Mono<Known> ask() {
        return gateway.get()
                .uri("/internal/jwks")
                .retrieve()
                .bodyToMono(String.class)
                .map(this::read)
                .doOnNext(answer -> known = answer);
    }

    private Known read(String json) {
        try {
            return new Known(JWKSet.parse(json).getKeys(), clock.instant());
        } catch (ParseException e) {
            throw new DependencyUnavailable("gateway", e);
        }
    }
}
