package org.memoro.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.memoro.events.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Creates the topics that are missing and says to all how long they keep events, as soon as Kafka can be reached. */
final class EventTopics {
    private static final Logger log = LoggerFactory.getLogger(EventTopics.class);

    /**
     * Kafka drops whole segments only, once their youngest event is old enough: six days and a segment of less than one make
     * a week at most, after which a deleted account's random ids are gone.
     */
    private static final Map<String, String> LIMITS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(6).toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(Duration.ofHours(23).toMillis()),
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);

    private final KafkaClients clients;
    private final List<EventSubscription> subscriptions;

    EventTopics(KafkaClients clients, List<EventSubscription> subscriptions) {
        this.clients = clients;
        this.subscriptions = subscriptions;
    }

    /** Completes when all topics are there; tries for as long as it takes. */
    Mono<Void> created() {
        AtomicReference<String> said = new AtomicReference<>("");
        return Mono.using(() -> Admin.create(clients.admin()), this::createMissing, EventTopics::close)
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
                        .maxBackoff(Duration.ofSeconds(5))
                        .doBeforeRetry(retry -> logNews(said, retry.failure())));
    }

    private Mono<Void> createMissing(Admin admin) {
        return completed(admin.listTopics().names())
                .flatMap(present -> create(admin, present).then(keepBriefly(admin, present)));
    }

    private Mono<Void> create(Admin admin, Set<String> present) {
        List<NewTopic> missing =
                names().filter(name -> !present.contains(name)).map(this::topic).toList();
        return missing.isEmpty()
                ? Mono.empty()
                : awaitAll(admin.createTopics(missing).values());
    }

    /** Topics of an earlier version, or made by hand, may keep events for longer. */
    private Mono<Void> keepBriefly(Admin admin, Set<String> present) {
        List<AlterConfigOp> limits = LIMITS.entrySet().stream()
                .map(limit -> new ConfigEntry(limit.getKey(), limit.getValue()))
                .map(limit -> new AlterConfigOp(limit, AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> changes = names().filter(present::contains)
                .collect(Collectors.toMap(name -> new ConfigResource(ConfigResource.Type.TOPIC, name), name -> limits));
        return completed(admin.incrementalAlterConfigs(changes).all())
                .onErrorResume(AuthorizationException.class, refusal -> {
                    log.warn("How long topics keep events is somebody else's to say; it should be {}", LIMITS);
                    return Mono.empty();
                });
    }

    private Stream<String> names() {
        return Stream.concat(
                Topics.ALL.stream(),
                subscriptions.stream().map(heard -> Topics.deadLetter(heard.topic(), heard.consumer())));
    }

    private NewTopic topic(String name) {
        EventsProperties properties = clients.properties();
        int inSync = Math.max(1, properties.replicationFactor() - 1);
        Map<String, String> configs = new HashMap<>(LIMITS);
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(inSync));
        return new NewTopic(name, properties.partitions(), properties.replicationFactor()).configs(configs);
    }

    private static Mono<Void> awaitAll(Map<String, KafkaFuture<Void>> creations) {
        Collection<Mono<Void>> results =
                creations.values().stream().map(EventTopics::unlessItExists).toList();
        return Mono.when(results);
    }

    private static Mono<Void> unlessItExists(KafkaFuture<Void> creation) {
        return completed(creation).onErrorResume(TopicExistsException.class, another -> Mono.empty());
    }

    private static <T> Mono<T> completed(KafkaFuture<T> future) {
        return Mono.fromCompletionStage(future.toCompletionStage())
                .onErrorMap(CompletionException.class, EventTopics::causeOf);
    }

    private static Throwable causeOf(CompletionException wrapped) {
        return wrapped.getCause() == null ? wrapped : wrapped.getCause();
    }

    private static void close(Admin admin) {
        admin.close(Duration.ZERO);
    }

    /** Once for each thing that is wrong, not for each attempt. */
    private static void logNews(AtomicReference<String> said, Throwable failure) {
        String action = KafkaFailures.action(failure);
        if (!action.equals(said.getAndSet(action))) {
            log.warn("Kafka cannot be used yet: {}. {}", NestedExceptionUtils.getMostSpecificCause(failure), action);
        }
    }
}
