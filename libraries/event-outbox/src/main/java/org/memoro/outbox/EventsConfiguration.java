package org.memoro.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.memoro.logs.AccountHash;
import org.memoro.observation.Traces;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.r2dbc.core.DatabaseClient;

/** Switches on publishing and listening in a service; each {@link EventSubscription} bean becomes a listener. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventsProperties.class)
public class EventsConfiguration {

    @Bean
    Outbox outbox(OutboxRows rows, TenantTransactions transactions, RelaySignal signal) {
        return new Outbox(rows, transactions, signal);
    }

    @Bean
    Inbox inbox(DatabaseClient database, TenantTransactions transactions) {
        return new Inbox(database, transactions);
    }

    @Bean
    Erasure erasure(DatabaseClient database, TenantTransactions transactions) {
        return new Erasure(database, transactions);
    }

    @Bean
    ErasedAccountHandler erasedAccountHandler() {
        return new ErasedAccountHandler();
    }

    @Bean
    OutboxRows outboxRows(DatabaseClient database, ObjectProvider<Traces> traces) {
        return new OutboxRows(database, traces.getIfAvailable(() -> Traces.NONE));
    }

    @Bean
    RelaySignal relaySignal() {
        return new RelaySignal();
    }

    @Bean
    KafkaClients kafkaClients(
            EventsProperties properties, @Value("${memoro.internal.service-name}") String serviceName) {
        return new KafkaClients(properties, serviceName);
    }

    @Bean
    DefaultKafkaProducerFactory<String, byte[]> eventProducers(KafkaClients clients) {
        DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(clients.producer());
        // What was not acknowledged stays in the outbox, so that a stop need not wait for a broker that is away.
        producers.setPhysicalCloseTimeout((int) Duration.ofSeconds(2).toSeconds());
        return producers;
    }

    @Bean
    KafkaTemplate<String, byte[]> eventTemplate(DefaultKafkaProducerFactory<String, byte[]> eventProducers) {
        return new KafkaTemplate<>(eventProducers);
    }

    @Bean
    Instruments instruments(
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<Clock> clock) {
        return new Instruments(
                meters.getIfAvailable(SimpleMeterRegistry::new),
                observations.getIfAvailable(() -> ObservationRegistry.NOOP),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    EventListeners eventListeners(
            KafkaClients clients,
            KafkaTemplate<String, byte[]> eventTemplate,
            ObjectProvider<AccountHash> accountHash,
            Instruments instruments,
            ObjectProvider<EventSubscription> subscriptions) {
        return new EventListeners(
                clients,
                new FailureRules(eventTemplate),
                accountHash.getIfAvailable(AccountHash::ofThisProcess),
                instruments,
                allOf(subscriptions));
    }

    @Bean
    EventTraffic eventTraffic(
            KafkaClients clients,
            OutboxRows rows,
            TenantTransactions transactions,
            KafkaTemplate<String, byte[]> eventTemplate,
            RelaySignal signal,
            EventListeners listeners,
            Inbox inbox,
            Erasure erasure,
            Instruments instruments,
            ObjectProvider<Traces> traces,
            ObjectProvider<EventSubscription> subscriptions) {
        Counter failures = Counter.builder("memoro.outbox.failures")
                .description("Times that events could not be published and were left for later")
                .register(instruments.meters());
        return new EventTraffic(
                new EventTopics(clients, allOf(subscriptions)),
                () -> new OutboxRelay(
                        transactions, rows, eventTemplate, signal, traces.getIfAvailable(() -> Traces.NONE), failures),
                listeners,
                inbox,
                erasure);
    }

    @Bean
    EventMetrics eventMetrics(TenantTransactions transactions, OutboxRows rows, EventListeners listeners) {
        return new EventMetrics(transactions, rows, listeners);
    }

    private static List<EventSubscription> allOf(ObjectProvider<EventSubscription> subscriptions) {
        return subscriptions.orderedStream().toList();
    }
}
