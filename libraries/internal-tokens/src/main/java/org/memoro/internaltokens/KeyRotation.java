package org.memoro.internaltokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a process makes for itself and replaces in time, without a moment in which a good token is refused: the next
 * one is published before it signs, the last one for as long as anything signed with it can be alive.
 */
public final class KeyRotation implements Supplier<SigningKeys> {
    /** Whoever asks for keys has by then asked anew, and every token of a key that signs no more has expired. */
    static final Duration OVERLAP = GatewayKeys.FRESH.plus(InternalTokenSigner.LIFE);

    private final Clock clock;
    private final Duration life;
    private final List<Retired> retired = new ArrayList<>();
    private ECKey signing;
    private Instant nextDue;
    private @Nullable ECKey next;
    private Instant nextChange = Instant.MIN;
    private SigningKeys current;

    /** A key that still is published, and for how long. */
    private record Retired(ECKey key, Instant until) {}

    /** @param life how long a key signs */
    public KeyRotation(Clock clock, Duration life) {
        if (life.compareTo(OVERLAP.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("A key must live for " + OVERLAP.multipliedBy(2) + " or longer");
        }
        this.clock = clock;
        this.life = life;
        this.signing = newKey();
        this.nextDue = clock.instant().plus(life);
        this.current = published();
        this.nextChange = nextDue.minus(OVERLAP);
    }

    @Override
    public synchronized SigningKeys get() {
        Instant now = clock.instant();
        if (!now.isBefore(nextChange)) {
            turn(now);
            current = published();
        }
        return current;
    }

    private void turn(Instant now) {
        ECKey following = next;
        if (following != null && !now.isBefore(nextDue)) {
            retired.add(new Retired(signing, now.plus(OVERLAP)));
            signing = following;
            next = null;
            nextDue = nextDue.plus(life);
        }
        if (next == null && !now.isBefore(nextDue.minus(OVERLAP))) {
            next = newKey();
            // Nobody asked for a while: still, it is published before it signs.
            nextDue = now.plus(OVERLAP).isAfter(nextDue) ? now.plus(OVERLAP) : nextDue;
        }
        retired.removeIf(key -> !now.isBefore(key.until()));
        Instant change = next == null ? nextDue.minus(OVERLAP) : nextDue;
        nextChange = retired.stream().map(Retired::until).reduce(change, (a, b) -> a.isBefore(b) ? a : b);
    }

    private SigningKeys published() {
        List<ECKey> keys = new ArrayList<>(List.of(signing));
        if (next != null) {
            keys.add(next);
        }
        retired.forEach(key -> keys.add(key.key()));
        try {
            return SigningKeys.of(keys);
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing keys cannot be used", e);
        }
    }

    private static ECKey newKey() {
        try {
            return SigningKeys.newKey();
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }
}
