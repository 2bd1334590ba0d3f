package org.memoro.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is and how topics are made.
 *
 * @param bootstrapServers brokers to begin with, {@code host:port}, separated by commas
 * @param replicationFactor copies of each new topic
 * @param partitions partitions of each new topic
 * @param properties further settings of every Kafka client, such as those for TLS and SASL
 */
@Validated
@ConfigurationProperties("memoro.kafka")
record EventsProperties(
        @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
        @Min(1) @DefaultValue("1") short replicationFactor,
        @Min(1) @Max(1000) @DefaultValue("6") int partitions,
        @DefaultValue Map<String, String> properties) {}
