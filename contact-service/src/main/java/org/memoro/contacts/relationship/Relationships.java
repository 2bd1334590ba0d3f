package org.memoro.contacts.relationship;

import static org.memoro.sql.SqlValues.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.relationship.Relation.Gender;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What contacts are to each other. */
@Repository
public class Relationships {
    private static final SqlFile LIST = SqlFile.load("contact/relationship/list_relationships", "userId", "contactId");
    private static final SqlFile LIST_ROWS =
            SqlFile.load("contact/relationship/list_relationship_rows", "userId", "contactId");
    private static final SqlFile INSERT = SqlFile.load(
            "contact/relationship/insert_relationship",
            "userId",
            "id",
            "contactId",
            "otherId",
            "relation",
            "inverse",
            "typed",
            "interactionId",
            "now");
    private static final SqlFile UPDATE = SqlFile.load(
            "contact/relationship/update_relationship",
            "userId",
            "id",
            "contactId",
            "otherId",
            "relation",
            "inverse",
            "typed",
            "interactionId");
    private static final SqlFile DELETE = SqlFile.load("contact/relationship/delete_relationship", "userId", "id");

    private final DatabaseClient database;
    private final Clock clock;

    Relationships(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A contact's living relatives as its page shows them. */
    public Flux<Relationship> of(UUID userId, UUID contactId) {
        return LIST.on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(row -> seenFrom(contactId, row))
                .all();
    }

    /** The rows that touch a contact. */
    public Flux<RelationshipRow> touching(UUID userId, UUID contactId) {
        return LIST_ROWS
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(Relationships::row)
                .all();
    }

    /** Writes a relationship down. */
    public Mono<Void> insert(UUID userId, RelationshipRow row) {
        return INSERT.on(database)
                .bind("userId", userId)
                .bind("id", row.id())
                .bind("contactId", row.contactId())
                .bind("otherId", row.otherId())
                .bind("relation", row.relation().word())
                .bind("inverse", orNull(String.class, word(row.inverse())))
                .bind("typed", row.typed())
                .bind("interactionId", orNull(UUID.class, row.interactionId()))
                .bind("now", clock.instant())
                .then();
    }

    /** Replaces a relationship. */
    public Mono<Void> update(UUID userId, RelationshipRow row) {
        return UPDATE.on(database)
                .bind("userId", userId)
                .bind("id", row.id())
                .bind("contactId", row.contactId())
                .bind("otherId", row.otherId())
                .bind("relation", row.relation().word())
                .bind("inverse", orNull(String.class, word(row.inverse())))
                .bind("typed", row.typed())
                .bind("interactionId", orNull(UUID.class, row.interactionId()))
                .then();
    }

    /** Removes a relationship, on both sides. */
    public Mono<Void> delete(UUID userId, UUID id) {
        return DELETE.on(database).bind("userId", userId).bind("id", id).then();
    }

    private static Relationship seenFrom(UUID contactId, Readable row) {
        RelationshipRow kept = row(row);
        boolean forwards = kept.contactId().equals(contactId);
        RelatedContact other = new RelatedContact(
                forwards ? kept.otherId() : kept.contactId(),
                Objects.requireNonNull(row.get("display_name", String.class)));
        Gender gender = Gender.toldBy(List.of(Objects.requireNonNull(row.get("other_words", String[].class))));
        Relation relation = forwards
                ? kept.relation()
                : kept.inverse() == null ? kept.relation().inverse(gender) : kept.inverse();
        return new Relationship(kept.id(), relation, other, kept.interactionId());
    }

    private static RelationshipRow row(Readable row) {
        String inverse = row.get("inverse", String.class);
        return new RelationshipRow(
                Objects.requireNonNull(row.get("id", UUID.class)),
                Objects.requireNonNull(row.get("contact_id", UUID.class)),
                Objects.requireNonNull(row.get("other_id", UUID.class)),
                Relation.of(row.get("relation", String.class)).orElseThrow(),
                inverse == null ? null : Relation.of(inverse).orElseThrow(),
                Boolean.TRUE.equals(row.get("typed", Boolean.class)),
                row.get("interaction_id", UUID.class));
    }

    private static @Nullable String word(@Nullable Relation relation) {
        return relation == null ? null : relation.word();
    }
}
