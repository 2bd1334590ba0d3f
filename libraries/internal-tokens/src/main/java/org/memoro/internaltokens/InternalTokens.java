package org.memoro.internaltokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.UUID;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Gets tokens from the gateway in exchange for this service's own credential, and keeps each while it is good. */
public final class InternalTokens {
    /** The only service that may call public routes in a person's name. */
    public static final String PAGES = "web-ui";

    /** A token must outlive the call it is used for: response time-out and a little. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private static final int KEPT = 10_000;

    private final String self;
    private final WebClient gateway;
    private final AsyncCache<Wanted, Issued> kept = Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfter(Expiry.<Wanted, Issued>creating((wanted, issued) -> issued.usable()))
            .buildAsync();

    /** What a token is wanted for; `proof` is an account and purpose, or the token to be exchanged. */
    private record Wanted(String audience, String account, String purpose, String callersToken) {
        MultiValueMap<String, String> form() {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("audience", audience);
            if (callersToken.isEmpty()) {
                form.add("subject", account);
                form.add("purpose", purpose);
            } else {
                form.add("subject_token", callersToken);
            }
            return form;
        }
    }

    /** The gateway's answer. */
    private record Issued(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {
        Duration usable() {
            Duration left = Duration.ofSeconds(expiresIn).minus(MARGIN);
            return left.isNegative() ? Duration.ZERO : left;
        }

        @Override
        public String toString() {
            return "Issued[for " + expiresIn + " s]";
        }
    }

    /**
     * @param self the asking service
     * @param gateway reaches the gateway's internal port with this service's credential
     */
    InternalTokens(String self, WebClient gateway) {
        this.self = self;
        this.gateway = gateway;
    }

    /** A token for background work on an account. */
    public Mono<String> forWork(UUID accountId, String audience, String purpose) {
        return token(workOn(accountId, audience, purpose));
    }

    /** The rights of the person behind a token, for another audience. */
    public Mono<String> exchange(String callersToken, String audience) {
        return token(new Wanted(audience, "", "", callersToken));
    }

    /** Called when a service refused a kept token: the next call gets a new one. */
    void forget(UUID accountId, String audience, String purpose) {
        kept.synchronous().invalidate(workOn(accountId, audience, purpose));
    }

    private static Wanted workOn(UUID accountId, String audience, String purpose) {
        return new Wanted(audience, accountId.toString(), purpose, "");
    }

    private Mono<String> token(Wanted wanted) {
        if (wanted.audience().equals(self)) {
            // Asked for to read what the account wishes: a kept one tells a wish it may have changed since.
            return ask(wanted).map(Issued::accessToken);
        }
        // The future is shared by all who wait, so no one's cancellation may reach it.
        return Mono.deferContextual(context -> Mono.fromFuture(
                        () -> kept.get(wanted, (key, executor) -> ask(key).contextWrite(context)
                                .toFuture()),
                        true)
                .map(Issued::accessToken));
    }

    private Mono<Issued> ask(Wanted wanted) {
        return gateway.post()
                .uri("/internal/v1/tokens")
                .body(BodyInserters.fromFormData(wanted.form()))
                .retrieve()
                .bodyToMono(Issued.class);
    }
}
