package org.memoro.interactions.stream;

import java.time.Instant;
import java.util.UUID;
import org.memoro.interactions.enrichment.EnrichmentChange;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What changed about the understanding of an account's notes, in the order of change. */
@Component
class Changes {
    private static final SqlFile LIST =
            SqlFile.load("interaction/stream/list_changes", "userId", "since", "afterId", "limit");
    private static final SqlFile READ_CLOCK = SqlFile.load("interaction/stream/read_clock");

    private final DatabaseClient database;

    Changes(DatabaseClient database) {
        this.database = database;
    }

    Flux<EnrichmentChange> after(UUID userId, Instant since, UUID afterId, int limit) {
        return LIST.on(database)
                .bind("userId", userId)
                .bind("since", since)
                .bind("afterId", afterId)
                .bind("limit", limit)
                .map(EnrichmentChange::of)
                .all();
    }

    /** The time by the clock that changes are stamped with. */
    Mono<Instant> now() {
        return READ_CLOCK.on(database).map(row -> row.get("now", Instant.class)).one();
    }
}
