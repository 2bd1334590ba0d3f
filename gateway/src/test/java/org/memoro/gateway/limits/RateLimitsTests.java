package org.memoro.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.memoro.gateway.ClientAddress;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The buckets, at a time that the test sets. */
class RateLimitsTests {
    private long nanos = 1;
    private final LimitSettings settings = bound(Map.of());
    private final RateLimits limits = new RateLimits(settings, time());

    private TimeMeter time() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos;
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    private static LimitSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("memoro.gateway.limits", LimitSettings.class);
    }

    private static ClientAddress address(String text) {
        try {
            return new ClientAddress(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void hasTheseDefaults() {
        assertThat(settings)
                .isEqualTo(new LimitSettings(
                        new LimitSettings.Account(50, 1_000),
                        new LimitSettings.Address(20, 200),
                        new LimitSettings.SignIn(30, 20),
                        new LimitSettings.WrongCredentials(30, 30),
                        10_000));
    }

    @Test
    void takesOneNumberFromTheSettingsAndLeavesTheOthers() {
        assertThat(bound(Map.of("memoro.gateway.limits.sign-in.burst", "7")).signIn())
                .isEqualTo(new LimitSettings.SignIn(30, 7));
    }

    @Test
    void givesABurstAtOnceAndThenWhatComesBack() {
        UUID account = UUID.randomUUID();
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.account(account)).isZero();
        }
        assertThat(limits.account(account)).isEqualTo(Duration.ofMillis(20));
        nanos += Duration.ofSeconds(2).toNanos();
        for (int i = 0; i < 100; i++) {
            assertThat(limits.account(account)).isZero();
        }
        assertThat(limits.account(account)).isPositive();
        assertThat(limits.account(UUID.randomUUID())).isZero();
    }

    @Test
    void letsInWhoComesBackWhenItSaidSo() {
        ClientAddress home = address("192.0.2.1");
        while (limits.signIn(home).isZero()) {
            nanos++;
        }
        long seconds = TooOften.wholeSeconds(limits.signIn(home));
        assertThat(seconds).isEqualTo(2);
        nanos += Duration.ofSeconds(seconds).toNanos();
        assertThat(limits.signIn(home)).isZero();
    }

    @Test
    void roundsUpToWholeSeconds() {
        assertThat(TooOften.wholeSeconds(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(TooOften.wholeSeconds(Duration.ofMillis(1_000))).isEqualTo(1);
        assertThat(TooOften.wholeSeconds(Duration.ofMillis(1_001))).isEqualTo(2);
    }

    @Test
    void countsAnIpv6NetworkAsOnePlaceAndAMappedIpv4AddressAsItself() {
        assertThat(address("2001:db8:1:2::3").network())
                .isEqualTo(address("2001:db8:1:2:ffff::").network());
        assertThat(address("2001:db8:1:2::3").network())
                .isNotEqualTo(address("2001:db8:1:3::3").network());
        assertThat(address("::ffff:192.0.2.1").network())
                .isEqualTo(address("192.0.2.1").network());
        assertThat(address("192.0.2.1").network())
                .isNotEqualTo(address("192.0.2.2").network());
    }

    @Test
    void asksTheSameCredentialTwiceAtOnceForOneGuess() {
        ClientAddress home = address("192.0.2.1");
        byte[] shown = {1};
        for (int i = 0; i < 100; i++) {
            assertThat(limits.credential(home, shown)).isZero();
        }
        limits.wasGood(home, shown);
        int guesses = 0;
        while (limits.credential(home, bytes(guesses)).isZero()) {
            limits.wasWrong(bytes(guesses));
            guesses++;
        }
        assertThat(guesses).isEqualTo(30);
        assertThat(limits.credential(home, shown)).isZero();
    }

    @Test
    void holdsNothingAgainstAnybodyWhenTheDatabaseDoesNotAnswer() {
        ClientAddress home = address("192.0.2.1");
        for (int i = 0; i < 100; i++) {
            assertThat(limits.credential(home, bytes(i))).isZero();
            limits.wasNotAnswered(home, bytes(i));
        }
    }

    @Test
    void forgetsWhoIsNotThereAndKeepsABoundedNumber() {
        TokenBuckets<Long> buckets = new TokenBuckets<>(settings.address(), time());
        for (long network = 0; network < 5L * TokenBuckets.MOST; network++) {
            buckets.take(network);
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(TokenBuckets.MOST);
        nanos += Duration.ofSeconds(12).toNanos(); // 200 at 20 a second, and one more
        assertThat(buckets.size()).isZero();
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(8).putInt(number).putInt(7).array();
    }
}
