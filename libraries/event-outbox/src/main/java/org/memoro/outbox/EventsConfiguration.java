package org.memoro.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.memoro.logs.AccountHash;
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
    OutboxRows outboxRows(DatabaseClient database) {
        return new OutboxRows(database);
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
    EventListeners eventListeners(
            KafkaClients clients,
            KafkaTemplate<String, byte[]> eventTemplate,
            ObjectProvider<AccountHash> accountHash,
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<Clock> clock,
            ObjectProvider<EventSubscription> subscriptions) {
        return new EventListeners(
                clients,
                new FailureRules(eventTemplate),
                accountHash.getIfAvailable(AccountHash::ofThisProcess),
                meters.getIfAvailable(SimpleMeterRegistry::new),
                clock.getIfAvailable(Clock::systemUTC),
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
            ObjectProvider<EventSubscription> subscriptions) {
        return new EventTraffic(
                new EventTopics(clients, allOf(subscriptions)),
                () -> new OutboxRelay(transactions, rows, eventTemplate, signal),
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
