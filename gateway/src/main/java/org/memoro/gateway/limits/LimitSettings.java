package org.memoro.gateway.limits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one may ask: a burst at once, then as much as is given back. Each gateway counts for itself, so several
 * replicas allow several times as much.
 *
 * @param account all requests of one account, whichever browsers and scripts they come from
 * @param address requests of one address by nobody: without a session or token, or with one that is not good
 * @param signIn beginnings and ends of sign-ins from one address, each of which costs a call to the provider
 * @param wrongCredentials tokens and cookies from one address that are not good: somebody guesses
 * @param connections open connections of all clients together; each costs some 20 KB
 */
@Validated
@ConfigurationProperties("memoro.gateway.limits")
record LimitSettings(
        @Valid @DefaultValue Account account,
        @Valid @DefaultValue Address address,
        @Valid @DefaultValue SignIn signIn,
        @Valid @DefaultValue WrongCredentials wrongCredentials,
        @DefaultValue("10000") @Min(1) int connections) {

    /** So many at once, and so many more in each period. */
    sealed interface Rate {
        int burst();

        int refill();

        Duration period();
    }

    /** A page takes about ten requests, a script as many as it can: neither is held up before it is unreasonable. */
    record Account(
            @DefaultValue("50") @Min(1) int perSecond,
            @DefaultValue("1000") @Min(1) int burst) implements Rate {
        @Override
        public int refill() {
            return perSecond;
        }

        @Override
        public Duration period() {
            return Duration.ofSeconds(1);
        }
    }

    /** A household or an office may stand behind one address. */
    record Address(
            @DefaultValue("20") @Min(1) int perSecond,
            @DefaultValue("200") @Min(1) int burst) implements Rate {
        @Override
        public int refill() {
            return perSecond;
        }

        @Override
        public Duration period() {
            return Duration.ofSeconds(1);
        }
    }

    /** Each sign-in takes two. */
    record SignIn(
            @DefaultValue("30") @Min(1) int perMinute,
            @DefaultValue("20") @Min(1) int burst) implements Rate {
        @Override
        public int refill() {
            return perMinute;
        }

        @Override
        public Duration period() {
            return Duration.ofMinutes(1);
        }
    }

    /** A browser whose session has ended shows its old cookie a few times; a script with an old token, for ever. */
    record WrongCredentials(
            @DefaultValue("30") @Min(1) int perMinute,
            @DefaultValue("30") @Min(1) int burst) implements Rate {
        @Override
        public int refill() {
            return perMinute;
        }

        @Override
        public Duration period() {
            return Duration.ofMinutes(1);
        }
    }
}
