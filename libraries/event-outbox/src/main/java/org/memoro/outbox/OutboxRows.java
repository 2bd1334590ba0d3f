package org.memoro.outbox;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.memoro.events.EventJson;
import org.memoro.events.MemoroEvent;
import org.memoro.observation.Traces;
import org.memoro.problems.RequestId;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of events that wait to be published. */
final class OutboxRows {
    private static final SqlFile INSERT = SqlFile.load(
            "outbox/insert_event",
            "userId",
            "eventId",
            "topic",
            "messageKey",
            "type",
            "payload",
            "requestId",
            "traceparent");
    private static final SqlFile TRY_LEAD = SqlFile.load("outbox/try_lead");
    private static final SqlFile LIST_UNSENT = SqlFile.load("outbox/list_unsent_events", "limit");
    private static final SqlFile DELETE = SqlFile.load("outbox/delete_events", "ids");
    private static final SqlFile MEASURE = SqlFile.load("outbox/measure_backlog");

    private final DatabaseClient database;
    private final Traces traces;

    OutboxRows(DatabaseClient database, Traces traces) {
        this.database = database;
        this.traces = traces;
    }

    Mono<Void> insert(MemoroEvent event) {
        return Mono.deferContextual(context -> INSERT.on(database)
                .bind("userId", event.userId())
                .bind("eventId", event.eventId())
                .bind("topic", event.topic())
                .bind("messageKey", event.key())
                .bind("type", event.getClass().getSimpleName())
                .bind("payload", new String(EventJson.write(event), StandardCharsets.UTF_8))
                .bind("requestId", Parameters.in(R2dbcType.VARCHAR, RequestId.of(context)))
                .bind("traceparent", Parameters.in(R2dbcType.VARCHAR, traces.traceparent(context)))
                .then());
    }

    /** True for one transaction at a time in a schema. */
    Mono<Boolean> tryLead() {
        return TRY_LEAD.on(database)
                .map(row -> row.get("leader", Boolean.class))
                .one();
    }

    Flux<UnsentEvent> listUnsent(int limit) {
        return LIST_UNSENT
                .on(database)
                .bind("limit", limit)
                .map(OutboxRows::unsent)
                .all();
    }

    Mono<Void> delete(List<Long> ids) {
        return DELETE.on(database).bind("ids", ids.toArray(Long[]::new)).then();
    }

    Mono<Backlog> measure() {
        return MEASURE.on(database)
                .map(row -> new Backlog(required(row, "size", Long.class), required(row, "age", Double.class)))
                .one();
    }

    private static UnsentEvent unsent(Readable row) {
        return new UnsentEvent(
                required(row, "id", Long.class),
                required(row, "event_id", UUID.class),
                required(row, "topic", String.class),
                required(row, "message_key", String.class),
                required(row, "type", String.class),
                required(row, "payload", String.class),
                required(row, "contract", String.class),
                row.get("request_id", String.class),
                row.get("traceparent", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** How much waits, and how many seconds the oldest event has waited. */
    record Backlog(long size, double ageSeconds) {}
}
