package org.memoro.interactions.upkeep;

import java.time.Duration;
import org.memoro.interactions.InteractionServiceProperties;
import org.memoro.interactions.interaction.PurgeDeleted;
import org.memoro.interactions.participant.CheckWaitingContacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Starts each job again some time after its last round has ended, failed or not. */
@Component
class Upkeep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private final CheckWaitingContacts checkWaitingContacts;
    private final PurgeDeleted purgeDeleted;
    private final InteractionServiceProperties properties;
    private Disposable.Composite jobs = Disposables.composite();
    private volatile boolean running;

    Upkeep(
            CheckWaitingContacts checkWaitingContacts,
            PurgeDeleted purgeDeleted,
            InteractionServiceProperties properties) {
        this.checkWaitingContacts = checkWaitingContacts;
        this.purgeDeleted = purgeDeleted;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
        jobs = Disposables.composite(
                every(properties.checkWaitingEvery(), "check of waiting contacts", checkWaitingContacts.run()),
                every(properties.purgeEvery(), "purge of deleted notes", purgeDeleted.run()));
    }

    @Override
    public void stop() {
        running = false;
        jobs.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static Disposable every(Duration pause, String name, Mono<Void> job) {
        return Mono.delay(pause)
                .then(job)
                .onErrorResume(failure -> nextTime(name, failure))
                .repeat()
                .subscribe();
    }

    private static Mono<Void> nextTime(String name, Throwable failure) {
        log.warn("The {} is tried again next time: {}", name, failure.toString());
        return Mono.empty();
    }
}
