package org.memoro.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import org.memoro.gateway.ClientAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who may ask how often. Each method takes one from a bucket and answers zero, or how long to wait when it is empty.
 *
 * <p>What is counted stays in the memory of this replica: it is worth nothing a minute later, and a shared count would
 * cost every request a call.
 */
@Component
public class RateLimits {
    private static final int KNOWN_MOST = 50_000;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final TokenBuckets<UUID> accounts;
    private final TokenBuckets<Long> addresses;
    private final TokenBuckets<Long> signIns;
    private final TokenBuckets<Long> guesses;
    /** By hash, what was good lately: it is still looked up each time, but is no guess. */
    private final Cache<ByteBuffer, Known> known;

    private enum Known {
        ASKED,
        GOOD
    }

    @Autowired
    RateLimits(LimitSettings settings) {
        this(settings, TimeMeter.SYSTEM_NANOTIME); // not the clock of the wall, which may be set back by an hour
    }

    RateLimits(LimitSettings settings, TimeMeter time) {
        this.accounts = new TokenBuckets<>(settings.account(), time);
        this.addresses = new TokenBuckets<>(settings.address(), time);
        this.signIns = new TokenBuckets<>(settings.signIn(), time);
        this.guesses = new TokenBuckets<>(settings.wrongCredentials(), time);
        this.known = Caffeine.newBuilder()
                .maximumSize(KNOWN_MOST)
                .expireAfterAccess(KNOWN_FOR)
                .build();
    }

    /** A request of an account. */
    public Duration account(UUID accountId) {
        return accounts.take(accountId);
    }

    /** A request of nobody. */
    public Duration address(ClientAddress address) {
        return addresses.take(address.network());
    }

    /** The beginning or the end of a sign-in. */
    Duration signIn(ClientAddress address) {
        return signIns.take(address.network());
    }

    /**
     * A token or cookie, before it is looked up. One that was good lately is not held up by a neighbour behind the same
     * address who guesses, and the same one twice at the same moment is one guess.
     */
    public Duration credential(ClientAddress address, byte[] hash) {
        ByteBuffer key = ByteBuffer.wrap(hash);
        if (known.asMap().putIfAbsent(key, Known.ASKED) != null) {
            return Duration.ZERO;
        }
        Duration wait = guesses.take(address.network());
        if (!wait.isZero()) {
            known.asMap().remove(key, Known.ASKED);
        }
        return wait;
    }

    /** It was good, so it was no guess. */
    public void wasGood(ClientAddress address, byte[] hash) {
        if (known.asMap().put(ByteBuffer.wrap(hash), Known.GOOD) == Known.ASKED) {
            guesses.giveBack(address.network());
        }
    }

    /** It was not good, or no longer: shown again, it is a guess. */
    public void wasWrong(byte[] hash) {
        known.invalidate(ByteBuffer.wrap(hash));
    }

    /** Nobody could say. */
    public void wasNotAnswered(ClientAddress address, byte[] hash) {
        if (known.asMap().remove(ByteBuffer.wrap(hash), Known.ASKED)) {
            guesses.giveBack(address.network());
        }
    }
}
