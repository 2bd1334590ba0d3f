package org.memoro.internaltokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import reactor.core.publisher.Flux;

/** Keys that are replaced while tokens of the old ones are on their way. */
@Tag("security")
class KeyRotationTests {
    private static final Duration DAY = Duration.ofHours(24);
    private static final TokenClaims CLAIMS =
            TokenClaims.forUser(UUID.randomUUID(), "web-ui", ZoneId.of("UTC"), EnrichmentMode.ON, Set.of("read"), null);

    private final SetClock clock = new SetClock();
    private final InternalTokenSigner signer = new InternalTokenSigner(new KeyRotation(clock, DAY), clock);

    /** A clock that stands until it is told. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static String keyOf(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private List<String> published() throws Exception {
        return JWKSet.parse(signer.jwks()).getKeys().stream()
                .map(key -> key.getKeyID())
                .toList();
    }

    @Test
    void signsWithAnotherKeyEveryDay() throws Exception {
        String monday = keyOf(signer.sign(CLAIMS));
        serveFor(DAY.minus(Duration.ofMinutes(1)));
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo(monday);
        serveFor(Duration.ofMinutes(1));
        String tuesday = keyOf(signer.sign(CLAIMS));
        assertThat(tuesday).isNotEqualTo(monday);
        serveFor(DAY.minus(Duration.ofMinutes(1)));
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo(tuesday);
        serveFor(Duration.ofMinutes(1));
        assertThat(keyOf(signer.sign(CLAIMS))).isNotIn(monday, tuesday);
    }

    /** Asked every minute, as a gateway is. */
    private void serveFor(Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            clock.pass(Duration.ofMinutes(1));
            signer.sign(CLAIMS);
        }
    }

    @Test
    void publishesAKeyLongerThanAnyServiceWaitsBeforeItSigns() throws Exception {
        assertThat(published()).hasSize(1);
        clock.pass(DAY.minus(KeyRotation.OVERLAP));
        List<String> before = published();
        assertThat(before).hasSize(2);
        clock.pass(KeyRotation.OVERLAP);
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo(before.get(1));
        assertThat(KeyRotation.OVERLAP).isGreaterThan(GatewayKeys.FRESH);
    }

    @Test
    void signsWithNoKeyThatWasNotPublishedEvenAfterADayOfSilence() throws Exception {
        String old = keyOf(signer.sign(CLAIMS));
        clock.pass(DAY.multipliedBy(3));
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo(old);
        List<String> announced = published();
        clock.pass(KeyRotation.OVERLAP);
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo(announced.get(1));
    }

    @Test
    void believesATokenOfTheOldKeyForItsWholeMinute() {
        clock.pass(DAY.minus(Duration.ofSeconds(30)));
        signer.jwks();
        clock.pass(KeyRotation.OVERLAP.minus(Duration.ofSeconds(1)));
        String late = signer.sign(CLAIMS);
        clock.pass(Duration.ofSeconds(1));
        signer.sign(CLAIMS); // by the new key
        clock.pass(Duration.ofSeconds(58));
        TokenReader reader = TokenReader.of(signer, "web-ui", clock);
        assertThat(reader.read(late).block()).isNotNull();
    }

    @Test
    void publishesAnOldKeyUntilNothingOfItCanBeAlive() throws Exception {
        String old = keyOf(signer.sign(CLAIMS));
        clock.pass(DAY.minus(KeyRotation.OVERLAP));
        signer.jwks();
        clock.pass(KeyRotation.OVERLAP);
        signer.sign(CLAIMS);
        clock.pass(KeyRotation.OVERLAP.minus(Duration.ofSeconds(1)));
        assertThat(published()).hasSize(2).contains(old);
        clock.pass(Duration.ofSeconds(1));
        assertThat(published()).hasSize(1).doesNotContain(old);
    }

    @Test
    void verifiesATokenOnceAndBelievesItForItsMinuteOnly() {
        AtomicInteger looks = new AtomicInteger();
        TokenReader reader = new TokenReader(
                token -> {
                    looks.incrementAndGet();
                    return Flux.fromIterable(signer.publicKeys().getKeys());
                },
                "web-ui",
                clock);
        String token = signer.sign(CLAIMS);

        Caller first = reader.read(token).block();
        assertThat(reader.read(token).block()).isEqualTo(first);
        assertThat(looks).hasValue(1);

        clock.pass(Duration.ofSeconds(60));
        assertThat(reader.read(token).block()).isEqualTo(first);
        assertThat(looks).as("within the skew it is looked at again").hasValue(2);

        clock.pass(Duration.ofSeconds(6));
        assertThatThrownBy(() -> reader.read(token).block()).isInstanceOf(BadJwtException.class);
    }

    @Test
    void believesNoTokenForLookingLikeOneItHasVerified() {
        TokenReader reader =
                new TokenReader(token -> Flux.fromIterable(signer.publicKeys().getKeys()), "web-ui", clock);
        String token = signer.sign(CLAIMS);
        assertThat(reader.read(token).block()).isNotNull();

        int at = token.length() - 10;
        String other = token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
        assertThatThrownBy(() -> reader.read(other).block()).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesATokenOfAKeyThatWasTakenAway() {
        InternalTokenSigner gone = InternalTokenSigner.withNewKey(clock);
        TokenReader reader = TokenReader.of(signer, "web-ui", clock);
        assertThatThrownBy(() -> reader.read(gone.sign(CLAIMS)).block()).isInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesALifeInWhichNoKeyCouldBeAnnounced() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRotation(clock, Duration.ofMinutes(5)));
    }
}
