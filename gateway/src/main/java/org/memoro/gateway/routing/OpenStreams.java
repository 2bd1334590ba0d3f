package org.memoro.gateway.routing;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.access.Visit;
import org.memoro.gateway.session.ResumeSession;
import org.memoro.gateway.token.UseToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Ends event streams with the session or token they were opened with: asks for all of them together, once a second. */
@Component
class OpenStreams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    /** Far more tabs than anybody watches, a small part of the connections to one service. */
    static final int MOST_OF_ONE = 50;

    private final ResumeSession resumeSession;
    private final UseToken useToken;
    private final Map<UUID, Stream> streams = new ConcurrentHashMap<>();
    private volatile @Nullable Disposable watching;

    OpenStreams(ResumeSession resumeSession, UseToken useToken) {
        this.resumeSession = resumeSession;
        this.useToken = useToken;
    }

    private record Stream(UUID accountId, boolean isSession, String credential, Sinks.Empty<Void> end) {}

    /** The same answer, but not longer than the visit's session or token. */
    Mono<Void> endWith(Visit visit, Mono<Void> answer) {
        return Mono.defer(() -> {
            UUID id = UUID.randomUUID();
            Stream stream =
                    new Stream(visit.who().accountId(), visit.session() != null, visit.credential(), Sinks.empty());
            streams.put(id, stream);
            return answer.takeUntilOther(stream.end().asMono()).doFinally(signal -> streams.remove(id));
        });
    }

    /** Each stream holds a connection to the service behind; one account must not use them up for all. */
    boolean areEnoughFor(Visit visit) {
        UUID accountId = visit.who().accountId();
        return streams.values().stream()
                        .filter(stream -> stream.accountId().equals(accountId))
                        .count()
                >= MOST_OF_ONE;
    }

    private Mono<Void> look() {
        return endOthers(true, resumeSession::stillOpen).then(endOthers(false, useToken::stillOpen));
    }

    private Mono<Void> endOthers(boolean sessions, Function<Collection<String>, Mono<Set<String>>> stillOpen) {
        return Mono.defer(() -> {
            // Only these: who came while the question was under way is not in the answer.
            Set<Stream> asked = streams.values().stream()
                    .filter(stream -> stream.isSession() == sessions)
                    .collect(Collectors.toSet());
            Set<String> credentials = asked.stream().map(Stream::credential).collect(Collectors.toSet());
            return credentials.isEmpty()
                    ? Mono.empty()
                    : stillOpen
                            .apply(credentials)
                            .doOnNext(open -> asked.stream()
                                    .filter(stream -> !open.contains(stream.credential()))
                                    .forEach(stream -> stream.end().tryEmitEmpty()))
                            .then();
        });
    }

    @Override
    public void start() {
        watching = Flux.interval(EVERY)
                .onBackpressureDrop()
                // Without an answer nothing is known, and what was good a second ago stays open.
                .concatMap(
                        tick -> look().onErrorResume(e -> {
                            log.warn("Open streams cannot be looked after right now: {}", e.toString());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable last = watching;
        if (last != null) {
            last.dispose();
            watching = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }
}
