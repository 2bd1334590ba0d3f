package org.memoro.outbox;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.memoro.logs.AccountHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** The running listener containers, one for each subscription; one that died is started again. */
final class EventListeners {
    private static final Logger log = LoggerFactory.getLogger(EventListeners.class);

    private final KafkaClients clients;
    private final FailureRules rules;
    private final AccountHash accountHash;
    private final Instruments instruments;
    private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers;

    EventListeners(
            KafkaClients clients,
            FailureRules rules,
            AccountHash accountHash,
            Instruments instruments,
            List<EventSubscription> subscriptions) {
        this.clients = clients;
        this.rules = rules;
        this.accountHash = accountHash;
        this.instruments = instruments;
        this.containers = subscriptions.stream().map(this::container).toList();
    }

    /** Starts what does not run; a container may stop for good after an error it cannot handle. */
    void startMissing() {
        for (ConcurrentMessageListenerContainer<String, byte[]> container : containers) {
            if (!container.isRunning() || !container.isInExpectedState()) {
                restart(container);
            }
        }
    }

    void stop() {
        containers.parallelStream().forEach(ConcurrentMessageListenerContainer::stop);
    }

    /** How many listeners there should be and are not. */
    long missing() {
        return containers.stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState())
                .count();
    }

    /** How many events of each partition are not fetched yet; of those partitions only that this process handles. */
    List<MultiGauge.Row<?>> lags() {
        return containers.stream().flatMap(EventListeners::lagsOf).toList();
    }

    private static Stream<MultiGauge.Row<?>> lagsOf(ConcurrentMessageListenerContainer<String, byte[]> container) {
        return container.metrics().values().stream()
                .flatMap(metrics -> metrics.values().stream())
                .filter(metric -> metric.metricName().name().equals("records-lag")
                        && metric.metricValue() instanceof Double lag
                        && !lag.isNaN())
                .map(metric -> MultiGauge.Row.of(
                        Tags.of(
                                "group", String.valueOf(container.getGroupId()),
                                "partition", metric.metricName().tags().getOrDefault("partition", "")),
                        (Double) metric.metricValue()));
    }

    private static void restart(ConcurrentMessageListenerContainer<String, byte[]> container) {
        try {
            container.stop();
            container.start();
        } catch (RuntimeException e) {
            log.warn("Listener {} could not be started and will be tried again", container.getGroupId(), e);
        }
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(EventSubscription subscription) {
        Progress progress = new Progress(subscription, instruments);
        ContainerProperties properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(subscription.group());
        properties.setAckMode(ContainerProperties.AckMode.RECORD);
        properties.setMessageListener(new AwaitingListener(subscription, accountHash, instruments, progress));
        properties.setConsumerRebalanceListener(progress);
        properties.setMissingTopicsFatal(false);
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
        properties.setSyncCommitTimeout(Duration.ofSeconds(10));
        properties.setStopImmediate(true);
        properties.setShutdownTimeout(Duration.ofSeconds(8).toMillis());
        ConcurrentMessageListenerContainer<String, byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(clients.consumer(subscription)), properties);
        container.setBeanName(subscription.group());
        container.setConcurrency(
                Math.min(subscription.parallelism(), clients.properties().partitions()));
        container.setCommonErrorHandler(rules.of(subscription, progress));
        return container;
    }
}
