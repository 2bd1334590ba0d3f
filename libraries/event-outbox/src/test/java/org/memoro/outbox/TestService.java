package org.memoro.outbox;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.memoro.events.MemoroEvent;
import org.memoro.events.Topics;
import org.memoro.tenancy.TenancyConfiguration;
import org.memoro.tenancy.TenantTransactions;
import org.memoro.testkit.TestDatabase;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The smallest service that publishes, and hears contact events if it is told what to do with them. */
final class TestService implements AutoCloseable {
    final List<MemoroEvent> effects = new CopyOnWriteArrayList<>();
    private final String name;
    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import({TenancyConfiguration.class, EventsConfiguration.class})
    static class Wiring {}

    private TestService(
            TestDatabase database, String[] kafka, String name, Function<TestService, EventSubscription> ears) {
        this.name = name;
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .initializers(started -> ((org.springframework.context.support.GenericApplicationContext) started)
                        .registerBean(EventSubscription.class, () -> ears.apply(this)))
                .run(Stream.of(database.args(), kafka, new String[] {
                            "--memoro.database.schema=contact",
                            "--memoro.internal.service-name=" + name,
                            "--spring.main.banner-mode=off"
                        })
                        .flatMap(Stream::of)
                        .toArray(String[]::new));
    }

    /** Remembers every contact event in its inbox and its effects. */
    static TestService start(TestDatabase database, String[] kafka, String name) {
        return new TestService(
                database, kafka, name, self -> new EventSubscription(name, Topics.CONTACT, self::remember));
    }

    /** As {@link #start}, for one account only and with something before the effect that may fail. */
    static TestService start(
            TestDatabase database, String[] kafka, String name, UUID account, Function<Mono<Void>, Mono<Void>> before) {
        return new TestService(
                database,
                kafka,
                name,
                self -> new EventSubscription(
                        name,
                        Topics.CONTACT,
                        event -> event.userId().equals(account) ? before.apply(self.remember(event)) : Mono.empty()));
    }

    private Mono<Void> remember(MemoroEvent event) {
        return inbox().once(name, event, Mono.fromRunnable(() -> effects.add(event)));
    }

    Inbox inbox() {
        return context.getBean(Inbox.class);
    }

    /** What its meter of this name shows. */
    double meter(String name) {
        return context.getBean(Instruments.class).meters().get(name).counter().count();
    }

    Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    Erasure erasure() {
        return context.getBean(Erasure.class);
    }

    TenantTransactions transactions() {
        return context.getBean(TenantTransactions.class);
    }

    long waiting() {
        return transactions()
                .asRelay(context.getBean(OutboxRows.class).measure())
                .block()
                .size();
    }

    void append(MemoroEvent... events) {
        transactions()
                .inTransaction(
                        events[0].userId(),
                        Flux.fromArray(events).concatMap(outbox()::append).then())
                .block();
    }

    List<MemoroEvent> effectsOf(UUID userId) {
        return effects.stream().filter(event -> event.userId().equals(userId)).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
