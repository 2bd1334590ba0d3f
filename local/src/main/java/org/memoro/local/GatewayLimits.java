package org.memoro.local;

import java.util.Map;

/** How often one may ask a local run, where whoever asks is its owner: as fast as benchmarks and evaluation do. */
final class GatewayLimits {
    /** The weakest kind of setting, so that the environment ({@code MEMORO_GATEWAY_LIMITS_ACCOUNT_BURST}) wins. */
    static final Map<String, Object> DEFAULTS = Map.of(
            "memoro.gateway.limits.account.per-second", 300,
            "memoro.gateway.limits.account.burst", 3_000,
            "memoro.gateway.limits.address.per-second", 100,
            "memoro.gateway.limits.address.burst", 1_000,
            "memoro.gateway.limits.sign-in.per-minute", 300,
            "memoro.gateway.limits.sign-in.burst", 200);

    private GatewayLimits() {}
}
