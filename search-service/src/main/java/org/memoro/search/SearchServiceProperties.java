package org.memoro.search;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set about this service beyond where its database, Kafka and neighbours are.
 *
 * @param queryVectorTimeout how long a search waits for the meaning of its question before it goes by words alone
 */
@Validated
@ConfigurationProperties("memoro.search")
public record SearchServiceProperties(
        @DefaultValue("800ms") @NotNull Duration queryVectorTimeout) {}
