package org.memoro.contacts.contact;

import java.util.Collection;
import java.util.UUID;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the living contacts of an account are called; every method runs in a transaction of {@link AccountWork}. */
@Repository
public class ContactNames {
    private static final SqlFile LIST = SqlFile.load("contact/contact/list_contact_names", "userId");
    private static final SqlFile LIST_IDS =
            SqlFile.load("contact/contact/list_contact_ids", "userId", "after", "limit");
    private static final SqlFile LOOK_UP = SqlFile.load("contact/contact/look_up_contacts", "userId", "ids");
    private static final SqlFile NAMED = SqlFile.load("contact/contact/find_contacts_named", "userId", "name");
    private static final SqlFile SHARING = SqlFile.load("contact/contact/find_contacts_sharing_name", "userId", "name");

    private final DatabaseClient database;

    ContactNames(DatabaseClient database) {
        this.database = database;
    }

    /** Everybody. */
    public Flux<ContactName> all(UUID userId) {
        return LIST.on(database).bind("userId", userId).map(ContactRow::name).all();
    }

    /** The ids of those after this one, in their order. */
    public Flux<UUID> ids(UUID userId, UUID after, int limit) {
        return LIST_IDS.on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all();
    }

    /** Those of these ids that are living, or were merged into somebody living. */
    public Flux<MergedName> lookUp(UUID userId, Collection<UUID> ids) {
        return LOOK_UP.on(database)
                .bind("userId", userId)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> new MergedName(
                        java.util.Objects.requireNonNull(row.get("id", UUID.class)),
                        ContactRow.text(row, "display_name"),
                        row.get("nickname", String.class),
                        row.get("merged_into", UUID.class)))
                .all();
    }

    /** The living contact behind an id, merges followed; empty when there is none. */
    public Mono<UUID> survivor(UUID userId, UUID id) {
        return lookUp(userId, java.util.List.of(id)).next().map(MergedName::survivor);
    }

    /** Who is called exactly so, accents and case aside. */
    public Flux<ContactName> named(UUID userId, PersonName name) {
        return NAMED.on(database)
                .bind("userId", userId)
                .bind("name", name.text())
                .map(ContactRow::name)
                .all();
    }

    /** Whom one word could mean. */
    public Flux<ContactName> sharing(UUID userId, PersonName name) {
        return SHARING.on(database)
                .bind("userId", userId)
                .bind("name", name.text())
                .map(ContactRow::name)
                .all();
    }
}
