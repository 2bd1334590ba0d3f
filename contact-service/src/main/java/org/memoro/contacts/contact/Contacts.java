package org.memoro.contacts.contact;

import static org.memoro.sql.SqlValues.orNull;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Ids;
import org.memoro.api.Page;
import org.memoro.contacts.ContactProblem;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contacts of an account; every method runs in a transaction of {@link AccountWork}. */
@Repository
public class Contacts {
    private static final String[] TYPED = {
        "userId",
        "id",
        "firstName",
        "lastName",
        "nickname",
        "birthdayYear",
        "birthdayMonth",
        "birthdayDay",
        "location",
        "company",
        "jobTitle",
        "relationToMe",
        "emails",
        "phones",
        "addresses",
        "links",
        "howWeMet",
        "notes",
        "tags",
        "now"
    };

    private static final SqlFile FIND = SqlFile.load("contact/contact/find_contact", "userId", "id");
    private static final SqlFile LIST_BY_NAME = SqlFile.load(
            "contact/contact/list_contacts_by_name", "userId", "query", "tag", "afterName", "afterId", "limit");
    private static final SqlFile LIST_BY_LAST_INTERACTION = SqlFile.load(
            "contact/contact/list_contacts_by_last_interaction",
            "userId",
            "query",
            "tag",
            "afterDay",
            "afterId",
            "limit");
    private static final SqlFile LIST_BY_CREATED = SqlFile.load(
            "contact/contact/list_contacts_by_created", "userId", "query", "tag", "afterInstant", "afterId", "limit");
    private static final SqlFile INSERT = SqlFile.load("contact/contact/insert_contact", and(TYPED, "createdBy"));
    private static final SqlFile UPDATE = SqlFile.load("contact/contact/update_contact", TYPED);
    private static final SqlFile FOLLOW = SqlFile.load(
            "contact/contact/update_contact_from_facts",
            "userId",
            "id",
            "birthdayYear",
            "birthdayMonth",
            "birthdayDay",
            "location",
            "company",
            "jobTitle",
            "relationToMe",
            "newsText",
            "newsAsOf",
            "newsInteractionId",
            "now");
    private static final SqlFile REFRESH_LAST_INTERACTION =
            SqlFile.load("contact/contact/refresh_last_interaction", "userId", "id");
    private static final SqlFile TAKE_OVER = SqlFile.load("contact/contact/take_over_contact", "userId", "id");
    private static final SqlFile DELETE =
            SqlFile.load("contact/contact/delete_contact", "userId", "id", "deletedBy", "now");
    private static final SqlFile RESTORE = SqlFile.load("contact/contact/restore_contact", "userId", "id", "now");
    private static final SqlFile MARK_MERGED =
            SqlFile.load("contact/contact/mark_contact_merged", "userId", "id", "intoId", "now");
    private static final SqlFile IS_SUPPORTED = SqlFile.load("contact/contact/is_contact_supported", "userId", "id");

    private static final SqlFile LIST_BY_ID =
            SqlFile.load("contact/contact/list_contacts_by_id", "userId", "after", "limit");

    private final DatabaseClient database;
    private final ContactNames names;
    private final Clock clock;

    Contacts(DatabaseClient database, ContactNames names, Clock clock) {
        this.database = database;
        this.names = names;
        this.clock = clock;
    }

    /** The next of all there are, deleted and merged ones too. */
    public Flux<KeptContact> byId(UUID userId, UUID after, int limit) {
        return LIST_BY_ID
                .on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map(ContactRow::kept)
                .all();
    }

    /** The contact, be it living, deleted or merged; empty when it is unknown or another account's. */
    public Mono<KeptContact> find(UUID userId, UUID id) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .map(ContactRow::kept)
                .one();
    }

    /**
     * The living contact of this id. Signals {@code contact-not-found} when there is none, and
     * {@link MergedElsewhere} when it lives on as another one.
     */
    public Mono<Contact> require(UUID userId, UUID id) {
        return find(userId, id)
                .flatMap(kept -> kept.mergedInto() == null ? living(kept) : redirect(userId, id))
                .switchIfEmpty(Mono.error(ContactProblem.CONTACT_NOT_FOUND::exception));
    }

    private static Mono<Contact> living(KeptContact kept) {
        return kept.isLiving() ? Mono.just(kept.contact()) : Mono.empty();
    }

    private Mono<Contact> redirect(UUID userId, UUID id) {
        return names.survivor(userId, id).flatMap(into -> Mono.error(new MergedElsewhere(id, into)));
    }

    /** One page of the living contacts that match. */
    public Mono<Page<Contact>> list(UUID userId, ContactQuery query) {
        Cursor after = query.after();
        GenericExecuteSpec page =
                switch (query.order()) {
                    case NAME ->
                        LIST_BY_NAME
                                .on(database)
                                .bind("afterName", orNull(String.class, after.isStart() ? null : after.text(0)));
                    case LAST_INTERACTION ->
                        LIST_BY_LAST_INTERACTION.on(database).bind("afterDay", orNull(LocalDate.class, metOn(after)));
                    case CREATED ->
                        LIST_BY_CREATED
                                .on(database)
                                .bind("afterInstant", orNull(Instant.class, after.isStart() ? null : after.instant(0)));
                };
        return page.bind("userId", userId)
                .bind("query", orNull(String.class, query.text()))
                .bind("tag", orNull(String.class, query.tag()))
                .bind("afterId", orNull(UUID.class, after.isStart() ? null : after.uuid(1)))
                .bind("limit", query.limit() + 1)
                .map(Listed::of)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, query.limit(), row -> row.cursor(query.order())))
                .map(found -> found.map(Listed::contact));
    }

    private static @Nullable LocalDate metOn(Cursor after) {
        return after.isStart() || after.text(0).equals(Listed.NEVER) ? null : after.date(0);
    }

    /** Writes a contact down and answers its new id. */
    public Mono<UUID> insert(UUID userId, ContactFields fields, Maker createdBy) {
        UUID id = Ids.next();
        return typed(INSERT.on(database), userId, id, fields)
                .bind("createdBy", createdBy.word())
                .fetch()
                .rowsUpdated()
                .thenReturn(id);
    }

    /** Replaces what is typed about a contact. */
    public Mono<Void> update(UUID userId, UUID id, ContactFields fields) {
        return typed(UPDATE.on(database), userId, id, fields).then();
    }

    /** Lets a contact show what its facts say. */
    public Mono<Void> follow(UUID userId, UUID id, FollowedFields fields) {
        Birthday birthday = fields.birthday();
        LatestNews news = fields.latestNews();
        return FOLLOW.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("birthdayYear", orNull(Integer.class, of(birthday, Birthday::year)))
                .bind("birthdayMonth", orNull(Integer.class, of(birthday, Birthday::month)))
                .bind("birthdayDay", orNull(Integer.class, of(birthday, Birthday::day)))
                .bind("location", orNull(String.class, fields.location()))
                .bind("company", orNull(String.class, fields.company()))
                .bind("jobTitle", orNull(String.class, fields.jobTitle()))
                .bind("relationToMe", orNull(String.class, fields.relationToMe()))
                .bind("newsText", orNull(String.class, of(news, LatestNews::text)))
                .bind("newsAsOf", orNull(LocalDate.class, of(news, LatestNews::asOf)))
                .bind("newsInteractionId", orNull(UUID.class, of(news, LatestNews::interactionId)))
                .bind("now", clock.instant())
                .then();
    }

    /** Finds out anew when a contact was last met. */
    public Mono<Void> refreshLastInteraction(UUID userId, UUID id) {
        return REFRESH_LAST_INTERACTION
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .then();
    }

    /** Makes the contact the user's own, whoever wrote it down. */
    public Mono<Void> takeOver(UUID userId, UUID id) {
        return TAKE_OVER.on(database).bind("userId", userId).bind("id", id).then();
    }

    /** Deletes a contact so that it can be restored. */
    public Mono<Void> delete(UUID userId, UUID id, Maker by) {
        return DELETE.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("deletedBy", by.word())
                .bind("now", clock.instant())
                .then();
    }

    /** Brings a deleted contact back. */
    public Mono<Void> restore(UUID userId, UUID id) {
        return RESTORE.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("now", clock.instant())
                .then();
    }

    /** Makes a contact a signpost to another one, or one of its own again. */
    public Mono<Void> markMerged(UUID userId, UUID id, @Nullable UUID intoId) {
        return MARK_MERGED
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .bind("intoId", orNull(UUID.class, intoId))
                .bind("now", clock.instant())
                .then();
    }

    /** Whether anything still speaks for a contact that a note made. */
    public Mono<Boolean> isSupported(UUID userId, UUID id) {
        return IS_SUPPORTED
                .on(database)
                .bind("userId", userId)
                .bind("id", id)
                .map(row -> Boolean.TRUE.equals(row.get("supported", Boolean.class)))
                .one();
    }

    private GenericExecuteSpec typed(GenericExecuteSpec statement, UUID userId, UUID id, ContactFields fields) {
        Birthday birthday = fields.birthday();
        return statement
                .bind("userId", userId)
                .bind("id", id)
                .bind("firstName", orNull(String.class, fields.firstName()))
                .bind("lastName", orNull(String.class, fields.lastName()))
                .bind("nickname", orNull(String.class, fields.nickname()))
                .bind("birthdayYear", orNull(Integer.class, of(birthday, Birthday::year)))
                .bind("birthdayMonth", orNull(Integer.class, of(birthday, Birthday::month)))
                .bind("birthdayDay", orNull(Integer.class, of(birthday, Birthday::day)))
                .bind("location", orNull(String.class, fields.location()))
                .bind("company", orNull(String.class, fields.company()))
                .bind("jobTitle", orNull(String.class, fields.jobTitle()))
                .bind("relationToMe", orNull(String.class, fields.relationToMe()))
                .bind("emails", ContactRow.json(fields.emails()))
                .bind("phones", ContactRow.json(fields.phones()))
                .bind("addresses", ContactRow.json(fields.addresses()))
                .bind("links", ContactRow.json(fields.links()))
                .bind("howWeMet", orNull(String.class, fields.howWeMet()))
                .bind("notes", orNull(String.class, fields.notes()))
                .bind("tags", fields.tags().toArray(String[]::new))
                .bind("now", clock.instant());
    }

    private static <S, T> @Nullable T of(@Nullable S source, Function<S, @Nullable T> part) {
        return source == null ? null : part.apply(source);
    }

    private static String[] and(String[] names, String more) {
        String[] all = java.util.Arrays.copyOf(names, names.length + 1);
        all[names.length] = more;
        return all;
    }

    /** A contact in a list, with the name it is sorted by. */
    private record Listed(Contact contact, String foldedName) {
        static final String NEVER = "-";

        static Listed of(Readable row) {
            return new Listed(ContactRow.contact(row), ContactRow.text(row, "folded_name"));
        }

        String cursor(ContactOrder order) {
            Object key =
                    switch (order) {
                        case NAME -> foldedName;
                        case LAST_INTERACTION ->
                            contact.lastInteractionOn() == null ? NEVER : contact.lastInteractionOn();
                        case CREATED -> contact.createdAt();
                    };
            return Cursor.encode(key, contact.id());
        }
    }
}
