package org.memoro.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.memoro.gateway.limits.LimitSettings.Rate;

/** A token bucket for everybody who asked lately; a bucket that is full again is forgotten. */
final class TokenBuckets<K> {
    /** Some 500 bytes each. Who has more addresses than this gets past any limit by address. */
    static final int MOST = 20_000;

    private final Cache<K, Bucket> buckets;
    private final Rate rate;
    private final TimeMeter time;

    TokenBuckets(Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(untilFull(rate))
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    private static Duration untilFull(Rate rate) {
        return rate.period().multipliedBy(rate.burst()).dividedBy(rate.refill()).plusSeconds(1);
    }

    /** Takes one: zero when there was one, else how long until there is. */
    Duration take(K key) {
        return Duration.ofNanos(bucket(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
    }

    /** Puts back what was taken for nothing. */
    void giveBack(K key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(K key) {
        return buckets.get(key, missing -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.refill(), rate.period()))
                .withCustomTimePrecision(time)
                .build());
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
