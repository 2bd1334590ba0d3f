package org.memoro.gateway.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys of internal tokens come from, unless memoro.gateway.signing-key names one.
 *
 * @param keyFile a JWK set, read again while the gateway runs: its first key signs, all are published. To replace a key
 *     put the new one second, make it the first ten minutes later, and take the old one out after ten more
 * @param keyLife how long a key signs that the process has made for itself
 */
@ConfigurationProperties("memoro.gateway.signing")
public record SigningSettings(
        @Nullable Path keyFile, @DefaultValue("24h") Duration keyLife) {}
