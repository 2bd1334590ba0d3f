package org.memoro.search.contact;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.sql.SqlFile;
import org.memoro.sql.SqlValues;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of the search index. */
@Component
public class Contacts {
    private static final SqlFile LOCK = SqlFile.load("search/contact/lock_contact", "userId", "contactId");
    private static final SqlFile UPSERT = SqlFile.load(
            "search/contact/upsert_contact",
            "userId",
            "contactId",
            "version",
            "readAt",
            "displayName",
            "foldedNames",
            "about",
            "tags",
            "lastInteractionOn");
    private static final SqlFile BURY = SqlFile.load("search/contact/bury_contact", "userId", "contactId", "readAt");
    private static final SqlFile DELETE_NAMES = SqlFile.load("search/contact/delete_names", "userId", "contactId");
    private static final SqlFile INSERT_NAMES =
            SqlFile.load("search/contact/insert_names", "userId", "contactId", "names");
    private static final SqlFile LIST_CALLED =
            SqlFile.load("search/contact/list_contacts_called", "userId", "names", "limit");
    private static final SqlFile LIST_BY_NAME = SqlFile.load(
            "search/contact/list_contacts_by_name", "userId", "beginning", "name", "contactId", "tag", "limit");
    private static final SqlFile LIST_BY_WORDS =
            SqlFile.load("search/contact/list_contacts_by_words", "userId", "lexemes", "contactId", "tag", "limit");

    private final DatabaseClient database;

    Contacts(DatabaseClient database) {
        this.database = database;
    }

    /** A name that a contact is called by. */
    public record Called(String name, UUID contactId) {}

    /** Keeps the contact, unless something newer is kept already. */
    Mono<Void> keep(UUID userId, ContactDocument contact, Instant readAt) {
        return lock(userId, contact.id())
                .then(upsert(userId, contact, readAt))
                .filter(kept -> kept)
                .flatMap(kept -> deleteNames(userId, contact.id()).then(insertNames(userId, contact)));
    }

    /** Empties the contact, unless something newer is kept already. */
    Mono<Void> bury(UUID userId, UUID contactId, Instant readAt) {
        Mono<Boolean> buried = BURY.on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .bind("readAt", readAt)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
        return lock(userId, contactId)
                .then(buried)
                .filter(done -> done)
                .flatMap(done -> deleteNames(userId, contactId));
    }

    /** The contacts that are called by one of these folded names. */
    public Flux<Called> called(UUID userId, Collection<String> names, int limit) {
        return LIST_CALLED
                .on(database)
                .bind("userId", userId)
                .bind("names", names.toArray(String[]::new))
                .bind("limit", limit)
                .map(row -> new Called(required(row, "name", String.class), required(row, "contact_id", UUID.class)))
                .all();
    }

    /** The contacts whose name begins like this folded one, or nearly is it; the closest first. */
    public Flux<ContactHit> byName(
            UUID userId, String name, @Nullable UUID contactId, @Nullable String tag, int limit) {
        return LIST_BY_NAME
                .on(database)
                .bind("userId", userId)
                .bind("name", name)
                .bind("beginning", "% " + name + "%")
                .bind("contactId", SqlValues.orNull(UUID.class, contactId))
                .bind("tag", SqlValues.orNull(String.class, tag))
                .bind("limit", limit)
                .map(row -> hit(row, nameCloseness(row)))
                .all();
    }

    /** The contacts about whom something is known that shares words with a question; the most words first. */
    public Flux<ContactHit> byWords(
            UUID userId, Collection<String> lexemes, @Nullable UUID contactId, @Nullable String tag, int limit) {
        return LIST_BY_WORDS
                .on(database)
                .bind("userId", userId)
                .bind("lexemes", lexemes.toArray(String[]::new))
                .bind("contactId", SqlValues.orNull(UUID.class, contactId))
                .bind("tag", SqlValues.orNull(String.class, tag))
                .bind("limit", limit)
                .map(row -> hit(row, required(row, "shared", Integer.class)))
                .all();
    }

    private Mono<Void> lock(UUID userId, UUID contactId) {
        return LOCK.on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .fetch()
                .first()
                .then();
    }

    private Mono<Boolean> upsert(UUID userId, ContactDocument contact, Instant readAt) {
        return UPSERT.on(database)
                .bind("userId", userId)
                .bind("contactId", contact.id())
                .bind("version", contact.version())
                .bind("readAt", readAt)
                .bind("displayName", contact.displayName())
                .bind("foldedNames", contact.foldedNames())
                .bind("about", contact.about())
                .bind("tags", contact.tagList().toArray(String[]::new))
                .bind("lastInteractionOn", SqlValues.orNull(LocalDate.class, contact.lastInteractionOn()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Void> deleteNames(UUID userId, UUID contactId) {
        return DELETE_NAMES
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .then();
    }

    private Mono<Void> insertNames(UUID userId, ContactDocument contact) {
        return INSERT_NAMES
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contact.id())
                .bind("names", contact.callNames().toArray(String[]::new))
                .then();
    }

    private static double nameCloseness(Readable row) {
        double similarity = required(row, "similarity", Double.class);
        return required(row, "begins", Boolean.class) ? 1 + similarity : similarity;
    }

    private static ContactHit hit(Readable row, double closeness) {
        return new ContactHit(
                required(row, "contact_id", UUID.class),
                required(row, "display_name", String.class),
                required(row, "about", String.class),
                row.get("last_interaction_on", LocalDate.class),
                closeness);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
