package org.memoro.outbox;

import java.util.function.Function;
import org.memoro.events.MemoroEvent;
import reactor.core.publisher.Mono;

/**
 * What a service does with the events of one topic; one bean for each topic it hears.
 *
 * @param consumer the service's name, under which its inbox remembers what was handled
 * @param topic one of {@link org.memoro.events.Topics}
 * @param handler told every event of the topic, one after another within a partition; ignores kinds it does not need
 * @param parallelism how many partitions are handled at a time in this process
 */
public record EventSubscription(
        String consumer, String topic, Function<MemoroEvent, Mono<Void>> handler, int parallelism) {

    /** A subscription that handles one record at a time. */
    public EventSubscription(String consumer, String topic, Function<MemoroEvent, Mono<Void>> handler) {
        this(consumer, topic, handler, 1);
    }

    /** Consumers of one topic never wait for a slow handler of another: each topic has a group of its own. */
    String group() {
        return consumer + "." + topic;
    }
}
