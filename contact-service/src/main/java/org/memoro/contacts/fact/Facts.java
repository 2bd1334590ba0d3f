package org.memoro.contacts.fact;

import static org.memoro.sql.SqlValues.orNull;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Cursor;
import org.memoro.api.Page;
import org.memoro.contacts.contact.Maker;
import org.memoro.sql.SqlFile;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The facts of an account. */
@Repository
public class Facts {
    private static final JsonMapper JSON = new JsonMapper();

    private static final SqlFile FIND = SqlFile.load("contact/fact/find_fact", "userId", "id");
    private static final SqlFile LIST = SqlFile.load(
            "contact/fact/list_facts", "userId", "interactionId", "contactId", "state", "afterDay", "afterId", "limit");
    private static final SqlFile LIST_OF_NOTE =
            SqlFile.load("contact/fact/list_facts_of_note", "userId", "interactionId");
    private static final SqlFile LIST_KEPT = SqlFile.load("contact/fact/list_kept_facts", "userId", "contactId");
    private static final SqlFile LIST_DECIDING =
            SqlFile.load("contact/fact/list_deciding_facts", "userId", "contactId");
    private static final SqlFile LIST_PLACES = SqlFile.load("contact/fact/list_kept_places", "userId", "contactIds");
    private static final SqlFile LIST_FOLLOW_UPS = SqlFile.load("contact/fact/list_follow_ups", "userId", "contactId");
    private static final SqlFile DATE =
            SqlFile.load("contact/fact/date_facts_of_note", "userId", "interactionId", "asOf");
    private static final SqlFile INSERT = SqlFile.load(
            "contact/fact/insert_fact",
            "userId",
            "id",
            "kind",
            "contactId",
            "memberId",
            "interactionId",
            "interactionVersion",
            "subject",
            "said",
            "value",
            "quote",
            "quoteStart",
            "quoteEnd",
            "provider",
            "model",
            "confidence",
            "status",
            "sure",
            "state",
            "decidedBy",
            "decidedAt",
            "candidates",
            "asOf");
    private static final SqlFile UPDATE = SqlFile.load(
            "contact/fact/update_fact",
            "userId",
            "id",
            "contactId",
            "memberId",
            "interactionVersion",
            "subject",
            "said",
            "value",
            "quote",
            "quoteStart",
            "quoteEnd",
            "provider",
            "model",
            "confidence",
            "status",
            "sure",
            "state",
            "decidedBy",
            "decidedAt",
            "candidates",
            "asOf");
    private static final SqlFile DELETE = SqlFile.load("contact/fact/delete_facts", "userId", "ids");
    private static final SqlFile DELETE_TYPED =
            SqlFile.load("contact/fact/delete_typed_fact", "userId", "contactId", "kind");

    private static final SqlFile LIST_BY_ID = SqlFile.load("contact/fact/list_facts_by_id", "userId", "after", "limit");

    private final DatabaseClient database;

    Facts(DatabaseClient database) {
        this.database = database;
    }

    /** The fact of this id; empty when it is unknown or another account's. */
    public Mono<Fact> find(UUID userId, UUID id) {
        return FIND.on(database)
                .bind("userId", userId)
                .bind("id", id)
                .map(Facts::fact)
                .one();
    }

    /** One page of facts, newest first. */
    public Mono<Page<Fact>> list(UUID userId, FactQuery query) {
        Cursor after = query.after();
        FactState state = query.state();
        return LIST.on(database)
                .bind("userId", userId)
                .bind("interactionId", orNull(UUID.class, query.interactionId()))
                .bind("contactId", orNull(UUID.class, query.contactId()))
                .bind("state", orNull(String.class, state == null ? null : state.word()))
                .bind("afterDay", orNull(LocalDate.class, after.isStart() ? null : after.date(0)))
                .bind("afterId", orNull(UUID.class, after.isStart() ? null : after.uuid(1)))
                .bind("limit", query.limit() + 1)
                .map(Facts::fact)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, query.limit(), fact -> Cursor.encode(fact.asOf(), fact.id())));
    }

    /** The next of all there are. */
    public Flux<Fact> byId(UUID userId, UUID after, int limit) {
        return LIST_BY_ID
                .on(database)
                .bind("userId", userId)
                .bind("after", after)
                .bind("limit", limit)
                .map(Facts::fact)
                .all();
    }

    /** Everything read out of a note, in its order. */
    public Flux<Fact> ofNote(UUID userId, UUID interactionId) {
        return LIST_OF_NOTE
                .on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .map(Facts::fact)
                .all();
    }

    /** What counts about a contact: what is said of it, and of whose relative it is. */
    public Flux<Fact> kept(UUID userId, UUID contactId) {
        return LIST_KEPT
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(Facts::fact)
                .all();
    }

    /**
     * Of what counts about a contact, that which decides what the contact shows and who its relatives are: a contact of a
     * thousand notes has few of these, and they are asked for at every note.
     */
    public Flux<Fact> deciding(UUID userId, UUID contactId) {
        return LIST_DECIDING
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(Facts::fact)
                .all();
    }

    /** Where these contacts live, have lived and plan to, as far as it counts. */
    public Flux<Fact> places(UUID userId, Collection<UUID> contactIds) {
        return LIST_PLACES
                .on(database)
                .bind("userId", userId)
                .bind("contactIds", contactIds.toArray(UUID[]::new))
                .map(Facts::fact)
                .all();
    }

    /** What there was to follow up about a contact, whatever became of it. */
    public Flux<Fact> followUps(UUID userId, UUID contactId) {
        return LIST_FOLLOW_UPS
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .map(Facts::fact)
                .all();
    }

    /** Dates everything a note says by the day it happened. */
    public Mono<Void> date(UUID userId, UUID interactionId, LocalDate asOf) {
        return DATE.on(database)
                .bind("userId", userId)
                .bind("interactionId", interactionId)
                .bind("asOf", asOf)
                .then();
    }

    /** Writes a fact down. */
    public Mono<Void> insert(UUID userId, Fact fact) {
        return common(INSERT.on(database), userId, fact)
                .bind("kind", fact.kind().word())
                .bind("interactionId", orNull(UUID.class, fact.interactionId()))
                .then();
    }

    /** Replaces everything about a fact but where it comes from. */
    public Mono<Void> update(UUID userId, Fact fact) {
        return common(UPDATE.on(database), userId, fact).then();
    }

    /** Withdraws facts. */
    public Mono<Void> delete(UUID userId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : DELETE.on(database)
                        .bind("userId", userId)
                        .bind("ids", ids.toArray(UUID[]::new))
                        .then();
    }

    /** Forgets what was typed by hand about one thing of a contact. */
    public Mono<Void> deleteTyped(UUID userId, UUID contactId, FactKind kind) {
        return DELETE_TYPED
                .on(database)
                .bind("userId", userId)
                .bind("contactId", contactId)
                .bind("kind", kind.word())
                .then();
    }

    private static GenericExecuteSpec common(GenericExecuteSpec statement, UUID userId, Fact fact) {
        Evidence evidence = fact.evidence();
        Engine engine = fact.engine();
        return statement
                .bind("userId", userId)
                .bind("id", fact.id())
                .bind("contactId", orNull(UUID.class, fact.contactId()))
                .bind("memberId", orNull(UUID.class, fact.memberId()))
                .bind("interactionVersion", orNull(Long.class, fact.interactionVersion()))
                .bind("subject", fact.subject())
                .bind("said", fact.said())
                .bind("value", JSON.writeValueAsString(fact.value()))
                .bind("quote", orNull(String.class, evidence == null ? null : evidence.quote()))
                .bind("quoteStart", orNull(Integer.class, evidence == null ? null : evidence.start()))
                .bind("quoteEnd", orNull(Integer.class, evidence == null ? null : evidence.end()))
                .bind("provider", orNull(String.class, engine == null ? null : engine.provider()))
                .bind("model", orNull(String.class, engine == null ? null : engine.model()))
                .bind("confidence", fact.confidence())
                .bind("status", fact.status().word())
                .bind("sure", fact.sure())
                .bind("state", fact.state().word())
                .bind("decidedBy", fact.decidedBy().word())
                .bind("decidedAt", fact.decidedAt())
                .bind("candidates", fact.candidates().toArray(UUID[]::new))
                .bind("asOf", fact.asOf());
    }

    private static Fact fact(Readable row) {
        return new Fact(
                Objects.requireNonNull(row.get("id", UUID.class)),
                FactKind.of(row.get("kind", String.class)).orElseThrow(),
                row.get("contact_id", UUID.class),
                row.get("member_id", UUID.class),
                row.get("interaction_id", UUID.class),
                row.get("interaction_version", Long.class),
                text(row, "subject"),
                text(row, "said"),
                (ObjectNode) JSON.readTree(text(row, "value")),
                evidence(row),
                engine(row),
                Objects.requireNonNull(row.get("confidence", Double.class)),
                FactStatus.of(text(row, "status")),
                Boolean.TRUE.equals(row.get("sure", Boolean.class)),
                FactState.of(text(row, "state")).orElseThrow(),
                Maker.of(text(row, "decided_by")),
                Objects.requireNonNull(row.get("decided_at", Instant.class)),
                List.of(Objects.requireNonNull(row.get("candidates", UUID[].class))),
                Objects.requireNonNull(row.get("as_of", LocalDate.class)),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    private static @Nullable Evidence evidence(Readable row) {
        String quote = row.get("quote", String.class);
        return quote == null
                ? null
                : new Evidence(quote, row.get("quote_start", Integer.class), row.get("quote_end", Integer.class));
    }

    private static @Nullable Engine engine(Readable row) {
        String provider = row.get("provider", String.class);
        return provider == null ? null : new Engine(provider, text(row, "model"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
