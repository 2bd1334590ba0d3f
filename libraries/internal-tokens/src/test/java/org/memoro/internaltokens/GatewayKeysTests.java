package org.memoro.internaltokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.web.reactive.function.client.WebClient;

/** How long a service believes a key that the gateway has stopped to publish. */
class GatewayKeysTests {
    private static final TokenClaims CLAIMS =
            TokenClaims.forUser(UUID.randomUUID(), "web-ui", ZoneId.of("UTC"), EnrichmentMode.ON, Set.of("read"), null);

    private final FakeGateway gateway = new FakeGateway();
    private final Instant start = Instant.parse("2026-11-21T08:00:00Z");

    @AfterEach
    void stop() {
        gateway.stop();
    }

    /** A service that is at this moment. */
    private TokenReader reader(Clock clock) {
        return new TokenReader(new GatewayKeys(WebClient.create(gateway.url()), clock), "web-ui", clock);
    }

    /** A clock in the hands of the test. */
    private static final class Hands extends Clock {
        private volatile Instant now;

        Hands(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void refusesAKeyThatWasTakenAwayFiveMinutesAgo() throws InterruptedException {
        Hands clock = new Hands(start);
        InternalTokenSigner stolen = InternalTokenSigner.withNewKey(clock);
        gateway.signer = stolen;
        TokenReader reader = reader(clock);
        assertThat(reader.read(stolen.sign(CLAIMS)).block()).isNotNull();
        gateway.signer = InternalTokenSigner.withNewKey(clock);
        Thread.sleep(1_100); // one question a second
        clock.now = start.plus(GatewayKeys.FRESH).plusSeconds(1);
        assertThatThrownBy(() -> reader.read(stolen.sign(CLAIMS)).block()).isInstanceOf(BadJwtException.class);
        assertThat(reader.read(gateway.signer.sign(CLAIMS)).block()).isNotNull();
    }

    @Test
    void asksNobodyWhileItsKeysAreFresh() {
        Hands clock = new Hands(start);
        gateway.signer = InternalTokenSigner.withNewKey(clock);
        TokenReader reader = reader(clock);
        for (int second = 0; second < 60; second++) {
            clock.now = start.plus(Duration.ofSeconds(second));
            assertThat(reader.read(gateway.signer.sign(CLAIMS)).block()).isNotNull();
        }
        assertThat(gateway.keyRequests).hasValue(1);
    }
}
