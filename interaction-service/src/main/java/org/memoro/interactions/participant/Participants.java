package org.memoro.interactions.participant;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of notes. */
@Component
class Participants {
    private static final SqlFile LIST = load("list_participants", "userId", "interactionIds");
    private static final SqlFile DELETE_TYPED = load("delete_typed", "userId", "interactionId", "contactIds");
    private static final SqlFile UPSERT_TYPED =
            load("upsert_typed", "userId", "interactionId", "contactIds", "shownContactIds", "displayNames");
    private static final SqlFile DELETE_RECOGNISED = load("delete_recognised", "userId", "interactionId", "contactIds");
    private static final SqlFile UPSERT_RECOGNISED =
            load("upsert_recognised", "userId", "interactionId", "contactIds", "displayNames", "roles");
    private static final SqlFile ACCOUNTS_WITH_UNCHECKED = load("list_accounts_with_unchecked", "limit");
    private static final SqlFile LIST_UNCHECKED = load("list_unchecked", "userId", "limit");
    private static final SqlFile LIST_SAME_CONTACT = load("list_same_contact", "userId", "contactId", "renamed");
    private static final SqlFile DELETE_UNKNOWN = load("delete_unknown", "userId", "contactIds");
    private static final SqlFile HIDE_GONE = load("hide_gone", "userId", "contactIds");
    private static final SqlFile RENAME =
            load("rename_participants", "userId", "contactIds", "shownContactIds", "displayNames");
    private static final SqlFile LIST_LIVING_VERSIONS = load("list_living_versions", "userId", "interactionIds");

    private final DatabaseClient database;

    Participants(DatabaseClient database) {
        this.database = database;
    }

    /** A note and its version. */
    record NoteVersion(UUID interactionId, long version) {
        static NoteVersion of(Readable row) {
            Long version = row.get("version", Long.class);
            return new NoteVersion(row.get("id", UUID.class), version);
        }
    }

    Flux<Participant> list(UUID userId, Collection<UUID> interactionIds) {
        return on(LIST, userId)
                .bind("interactionIds", ids(interactionIds))
                .map(Participant::of)
                .all();
    }

    Mono<Void> replaceTyped(UUID userId, UUID interactionId, List<TypedContact> contacts) {
        UUID[] contactIds = array(contacts, TypedContact::contactId, UUID[]::new);
        Mono<Void> delete = on(DELETE_TYPED, userId)
                .bind("interactionId", interactionId)
                .bind("contactIds", contactIds)
                .then();
        Mono<Void> upsert = on(UPSERT_TYPED, userId)
                .bind("interactionId", interactionId)
                .bind("contactIds", contactIds)
                .bind("shownContactIds", array(contacts, TypedContact::shownContactId, UUID[]::new))
                .bind("displayNames", array(contacts, TypedContact::displayName, String[]::new))
                .then();
        return contacts.isEmpty() ? delete : delete.then(upsert);
    }

    Mono<Void> replaceRecognised(UUID userId, UUID interactionId, List<RecognisedPerson> people) {
        UUID[] contactIds = array(people, RecognisedPerson::contactId, UUID[]::new);
        Mono<Void> delete = on(DELETE_RECOGNISED, userId)
                .bind("interactionId", interactionId)
                .bind("contactIds", contactIds)
                .then();
        Mono<Void> upsert = on(UPSERT_RECOGNISED, userId)
                .bind("interactionId", interactionId)
                .bind("contactIds", contactIds)
                .bind("displayNames", array(people, RecognisedPerson::displayName, String[]::new))
                .bind("roles", array(people, person -> person.role().word(), String[]::new))
                .then();
        return people.isEmpty() ? delete : delete.then(upsert);
    }

    /** For all accounts; runs as the relay role. */
    Flux<UUID> accountsWithUnchecked(int limit) {
        return ACCOUNTS_WITH_UNCHECKED
                .on(database)
                .bind("limit", limit)
                .map(row -> row.get("user_id", UUID.class))
                .all();
    }

    Flux<UUID> unchecked(UUID userId, int limit) {
        return on(LIST_UNCHECKED, userId)
                .bind("limit", limit)
                .map(row -> row.get("contact_id", UUID.class))
                .all();
    }

    /** The ids under which notes know a contact; when it was not renamed, only those that may come back with it. */
    Flux<UUID> sameContact(UUID userId, UUID contactId, boolean renamed) {
        return on(LIST_SAME_CONTACT, userId)
                .bind("contactId", contactId)
                .bind("renamed", renamed)
                .map(row -> row.get("contact_id", UUID.class))
                .all();
    }

    /** The notes that changed. */
    Flux<UUID> deleteUnknown(UUID userId, Collection<UUID> contactIds) {
        return changedBy(on(DELETE_UNKNOWN, userId).bind("contactIds", ids(contactIds)));
    }

    /** The notes that changed. */
    Flux<UUID> hideGone(UUID userId, Collection<UUID> contactIds) {
        return changedBy(on(HIDE_GONE, userId).bind("contactIds", ids(contactIds)));
    }

    /** The notes that changed. */
    Flux<UUID> rename(UUID userId, Collection<ContactName> names) {
        List<ContactName> all = List.copyOf(names);
        return changedBy(on(RENAME, userId)
                .bind("contactIds", array(all, ContactName::contactId, UUID[]::new))
                .bind("shownContactIds", array(all, ContactName::shownContactId, UUID[]::new))
                .bind("displayNames", array(all, ContactName::displayName, String[]::new)));
    }

    Flux<NoteVersion> livingVersions(UUID userId, Collection<UUID> interactionIds) {
        return on(LIST_LIVING_VERSIONS, userId)
                .bind("interactionIds", ids(interactionIds))
                .map(NoteVersion::of)
                .all();
    }

    private DatabaseClient.GenericExecuteSpec on(SqlFile statement, UUID userId) {
        return statement.on(database).bind("userId", userId);
    }

    private static Flux<UUID> changedBy(DatabaseClient.GenericExecuteSpec update) {
        return update.map(row -> row.get("interaction_id", UUID.class)).all();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private static <T, A> A[] array(List<T> items, Function<T, A> value, IntFunction<A[]> generator) {
        return items.stream().map(value).toArray(generator);
    }

    private static SqlFile load(String name, String... parameters) {
        return SqlFile.load("interaction/participant/" + name, parameters);
    }
}
