package org.memoro.contacts.exporting;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.memoro.contacts.relationship.RelatedContact;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** What ties contacts to each other, as it is exported. */
@Repository
class ExportedTies {
    private static final SqlFile RELATIONSHIPS =
            SqlFile.load("contact/exporting/list_relationships_by_id", "userId", "after", "limit");
    private static final SqlFile MERGES =
            SqlFile.load("contact/exporting/list_merges_by_id", "userId", "after", "limit");

    private final DatabaseClient database;

    ExportedTies(DatabaseClient database) {
        this.database = database;
    }

    Flux<ExportedRelationship> relationships(UUID userId, UUID after, int limit) {
        return page(RELATIONSHIPS, userId, after, limit)
                .map(row -> new ExportedRelationship(
                        uuid(row, "id"),
                        new RelatedContact(uuid(row, "contact_id"), text(row, "display_name")),
                        text(row, "relation"),
                        new RelatedContact(uuid(row, "other_id"), text(row, "other_name")),
                        row.get("inverse", String.class),
                        Boolean.TRUE.equals(row.get("typed", Boolean.class)),
                        row.get("interaction_id", UUID.class),
                        Objects.requireNonNull(row.get("created_at", Instant.class))))
                .all();
    }

    Flux<ExportedMerge> merges(UUID userId, UUID after, int limit) {
        return page(MERGES, userId, after, limit)
                .map(row -> new ExportedMerge(
                        uuid(row, "id"),
                        uuid(row, "contact_id"),
                        uuid(row, "into_id"),
                        Objects.requireNonNull(row.get("merged_at", Instant.class))))
                .all();
    }

    private DatabaseClient.GenericExecuteSpec page(SqlFile statement, UUID userId, UUID after, int limit) {
        return statement
                .on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit);
    }

    private static UUID uuid(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, UUID.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
