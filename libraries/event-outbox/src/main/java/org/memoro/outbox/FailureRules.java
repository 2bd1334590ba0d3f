package org.memoro.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.memoro.events.Topics;
import org.memoro.events.UnreadableEvent;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens when a handler fails: a passing fault is tried again for ever, an unknown one ten times, a bad record
 * never; what cannot be handled goes to the dead-letter topic with its cause.
 */
final class FailureRules {
    private static final Duration FIRST_DELAY = Duration.ofMillis(100);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(10);
    /** Ten attempts then take eleven seconds: long enough for a restart, short enough for the notes behind. */
    private static final Duration LONGEST_DELAY_AT_UNKNOWN_FAULTS = Duration.ofSeconds(2);

    private static final int ATTEMPTS_AT_UNKNOWN_FAULTS = 10;

    private final KafkaTemplate<String, byte[]> kafka;

    FailureRules(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    DefaultErrorHandler of(EventSubscription subscription, Progress progress) {
        DeadLetterPublishingRecoverer deadLetters = deadLetters(subscription);
        ConsumerRecordRecoverer aside = (record, fault) -> {
            deadLetters.accept(record, fault);
            progress.setAside(record);
        };
        DefaultErrorHandler handler = new DefaultErrorHandler(aside, untilItPasses());
        handler.setBackOffFunction((record, fault) -> PassingFaults.isPassing(fault) ? untilItPasses() : tenTimes());
        handler.addNotRetryableExceptions(BadEventException.class, UnreadableEvent.class);
        handler.setCommitRecovered(false);
        return handler;
    }

    private static BackOff untilItPasses() {
        return growing(LONGEST_DELAY);
    }

    private static BackOff tenTimes() {
        ExponentialBackOff backOff = growing(LONGEST_DELAY_AT_UNKNOWN_FAULTS);
        backOff.setMaxAttempts(ATTEMPTS_AT_UNKNOWN_FAULTS - 1);
        return backOff;
    }

    private static ExponentialBackOff growing(Duration longest) {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_DELAY.toMillis(), 2);
        backOff.setMaxInterval(longest.toMillis());
        return backOff;
    }

    private DeadLetterPublishingRecoverer deadLetters(EventSubscription subscription) {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                kafka, (record, fault) -> deadLetterOf(record, subscription.consumer()));
        recoverer.setExceptionHeadersCreator((headers, fault, isKey, names) -> addCause(headers, fault));
        recoverer.setFailIfSendResultIsError(true);
        recoverer.setWaitForSendResultTimeout(Duration.ofSeconds(10));
        return recoverer;
    }

    private static TopicPartition deadLetterOf(ConsumerRecord<?, ?> record, String consumer) {
        return new TopicPartition(Topics.deadLetter(record.topic(), consumer), record.partition());
    }

    /** The kinds of the fault and its causes; only our own message, since any other may quote what a person wrote. */
    private static void addCause(Headers headers, Exception fault) {
        StringBuilder kinds = new StringBuilder();
        String reason = null;
        for (Throwable cause = fault.getCause() == null ? fault : fault.getCause();
                cause != null;
                cause = cause.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
            if (cause instanceof BadEventException || cause instanceof UnreadableEvent) {
                reason = reason == null ? cause.getMessage() : reason;
            }
        }
        put(headers, "cause", kinds.toString());
        put(headers, "reason", reason);
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.remove(name);
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
