package org.memoro.interactions.stream;

import java.time.Duration;
import java.util.UUID;
import org.memoro.tenancy.Announcements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears from PostgreSQL, on one connection of its own, that an account has changes to be read, whichever replica made
 * them.
 *
 * <p>A signal is a hint, never the change itself: after a lost connection everybody is told to look, so nothing is missed.
 */
@Component
class ChangeSignals implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ChangeSignals.class);
    private static final String CHANNEL = "interaction_enrichment";

    private final Announcements announcements;
    private final Sinks.Many<Signal> signals = Sinks.many().multicast().directBestEffort();
    private Disposable listening = Disposables.disposed();
    private volatile boolean running;

    /** Which account has changes to be read. */
    private record Signal(boolean everybody, String payload) {
        static final Signal LOOK_ALL = new Signal(true, "");

        boolean concerns(String userId) {
            return everybody || payload.startsWith(userId);
        }
    }

    ChangeSignals(Announcements announcements) {
        this.announcements = announcements;
    }

    /** Signals that this account may have changes to be read; the first comes with the next change. */
    Flux<Boolean> of(UUID userId) {
        String text = userId.toString();
        return signals.asFlux().filter(signal -> signal.concerns(text)).map(signal -> true);
    }

    /** How many streams are open in this replica. */
    int followers() {
        return signals.currentSubscriberCount();
    }

    @Override
    public void start() {
        running = true;
        listening = announcements
                .on(CHANNEL)
                .doOnNext(this::pass)
                // Counts anew after each time that listening went well.
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .transientErrors(true)
                        .doBeforeRetry(retry -> log.warn(
                                "Listening for changes begins again: {}",
                                retry.failure().toString())))
                .subscribe();
    }

    @Override
    public void stop() {
        running = false;
        listening.dispose();
        signals.tryEmitComplete();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Nothing, once it listens: what was announced before is to be looked for. */
    private void pass(String payload) {
        signals.tryEmitNext(payload.isEmpty() ? Signal.LOOK_ALL : new Signal(false, payload));
    }
}
