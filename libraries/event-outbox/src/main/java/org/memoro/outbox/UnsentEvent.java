package org.memoro.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** One row of the outbox, and the Kafka record it becomes. */
record UnsentEvent(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        String payload,
        String contract,
        @Nullable String requestId,
        @Nullable String traceparent) {

    /** The record; what it says about its trace is the business of whoever sends it. */
    ProducerRecord<String, byte[]> toRecord(@Nullable String sentBy) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8));
        header(record, EventHeaders.EVENT_ID, eventId.toString());
        header(record, EventHeaders.TYPE, type);
        header(record, EventHeaders.CONTRACT, contract);
        header(record, EventHeaders.REQUEST_ID, requestId);
        header(record, EventHeaders.TRACEPARENT, sentBy);
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }
}
