package org.memoro.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about this service beyond where its database, Kafka and neighbours are.
 *
 * @param queryVectorTimeout how long a search waits for the meaning of its question before it goes by words alone
 * @param exactUpTo how many notes an account has for all of its vectors to be compared; in a larger one an index finds nearly all of
 *     the nearest
 * @param buildMemory what the database may use while it builds such an index; with too little a build takes many times as long
 * @param largeAtOnce how many searches of large accounts run at the same time, so that others hardly notice them
 */
@Validated
@ConfigurationProperties("memoro.search")
public record SearchServiceProperties(
        @DefaultValue("800ms") @NotNull Duration queryVectorTimeout,
        @DefaultValue("20000") @Min(100) @Max(10_000_000) int exactUpTo,
        @DefaultValue("768MB") @NotNull DataSize buildMemory,
        @DefaultValue("1") @Min(1) @Max(100) int largeAtOnce) {}
