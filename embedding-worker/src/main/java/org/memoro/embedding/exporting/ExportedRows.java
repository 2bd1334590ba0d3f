package org.memoro.embedding.exporting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/** What this service keeps of an account and only it can tell; vectors can be made again from the notes. */
@Repository
class ExportedRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final SqlFile EXTRACTIONS =
            SqlFile.load("enrichment/exporting/list_extractions_by_note", "userId", "after", "limit");
    private static final SqlFile CALLS =
            SqlFile.load("enrichment/exporting/list_calls_by_id", "userId", "after", "limit");
    private static final SqlFile SPENDING = SqlFile.load("enrichment/exporting/list_spending", "userId");

    private final DatabaseClient database;

    ExportedRows(DatabaseClient database) {
        this.database = database;
    }

    Flux<ExportedExtraction> extractions(UUID userId, UUID after, int limit) {
        return EXTRACTIONS
                .on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new ExportedExtraction(
                        row.get("interaction_id", UUID.class),
                        row.get("version", Long.class),
                        row.get("provider", String.class),
                        row.get("model", String.class),
                        row.get("engine", String.class),
                        row.get("created_at", Instant.class),
                        JSON.readTree(row.get("facts", String.class))))
                .all();
    }

    Flux<ExportedCall> calls(UUID userId, UUID after, int limit) {
        return CALLS.on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> new ExportedCall(
                        row.get("id", UUID.class),
                        row.get("purpose", String.class),
                        row.get("called_at", Instant.class),
                        row.get("answered_at", Instant.class),
                        row.get("model", String.class),
                        row.get("engine", String.class),
                        row.get("input_tokens", Long.class),
                        row.get("output_tokens", Long.class),
                        row.get("cost", BigDecimal.class)))
                .all();
    }

    Flux<ExportedMonth> spending(UUID userId) {
        return SPENDING.on(database)
                .bind("userId", userId)
                .map(row -> new ExportedMonth(
                        row.get("month", LocalDate.class),
                        row.get("calls", Long.class),
                        row.get("input_tokens", Long.class),
                        row.get("output_tokens", Long.class),
                        row.get("cost", BigDecimal.class)))
                .all();
    }
}
