package org.memoro.contacts.account;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.memoro.events.AccountDeleted;
import org.memoro.events.Topics;
import org.memoro.outbox.EventSubscription;
import org.memoro.outbox.Inbox;
import org.memoro.sql.SqlFile;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets everything of an account that is no more. */
@Configuration(proxyBeanMethods = false)
class ForgetAccount {
    private static final String CONSUMER = "contact-service";

    /** Children before parents, so that no foreign key is in the way. */
    private static final List<SqlFile> DELETE = Stream.of(
                    "fact",
                    "relationship",
                    "contact_merge",
                    "typed_participant",
                    "note",
                    "contact",
                    "idempotent_request")
            .map(table -> SqlFile.load("contact/account/delete_" + table + "_rows", "userId"))
            .toList();

    @Bean
    EventSubscription accountEvents(Inbox inbox, TenantTransactions transactions, DatabaseClient database) {
        return new EventSubscription(
                CONSUMER,
                Topics.ACCOUNT,
                event -> event instanceof AccountDeleted
                        ? forget(event.userId(), transactions, database).then(inbox.forget(event.userId()))
                        : Mono.empty());
    }

    private static Mono<Void> forget(UUID userId, TenantTransactions transactions, DatabaseClient database) {
        return transactions.inTransaction(
                userId,
                Flux.fromIterable(DELETE)
                        .concatMap(statement ->
                                statement.on(database).bind("userId", userId).then())
                        .then());
    }
}
