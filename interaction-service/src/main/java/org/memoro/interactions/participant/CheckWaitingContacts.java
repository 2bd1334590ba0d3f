package org.memoro.interactions.participant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks contacts that were accepted while contact-service could not be asked, and drops those that are nobody's. */
@Component
public class CheckWaitingContacts {
    private static final Logger log = LoggerFactory.getLogger(CheckWaitingContacts.class);
    private static final int PER_ROUND = 200;

    private final Participants participants;
    private final ContactNames names;
    private final AnnounceParticipants announce;
    private final TenantTransactions transactions;

    CheckWaitingContacts(
            Participants participants,
            ContactNames names,
            AnnounceParticipants announce,
            TenantTransactions transactions) {
        this.participants = participants;
        this.names = names;
        this.announce = announce;
        this.transactions = transactions;
    }

    /** One round over the accounts that have such contacts; one account's trouble does not hold up the others. */
    public Mono<Void> run() {
        return transactions
                .asRelay(participants.accountsWithUnchecked(PER_ROUND))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(userId -> check(userId).onErrorResume(CheckWaitingContacts::nextTime))
                .then();
    }

    private Mono<Void> check(UUID userId) {
        return transactions
                .inTransaction(userId, participants.unchecked(userId, PER_ROUND).collectList())
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(waiting -> names.find(userId, waiting)
                        .flatMap(found -> transactions.inTransaction(userId, keep(userId, waiting, found))));
    }

    private Mono<Void> keep(UUID userId, List<UUID> waiting, Map<UUID, ContactName> found) {
        List<UUID> unknown =
                waiting.stream().filter(id -> !found.containsKey(id)).toList();
        return Flux.concat(participants.deleteUnknown(userId, unknown), participants.rename(userId, found.values()))
                .collect(Collectors.toSet())
                .flatMap((Set<UUID> changed) -> announce.of(userId, changed));
    }

    private static Mono<Void> nextTime(Throwable failure) {
        log.warn("Contacts that wait for their check wait on: {}", failure.toString());
        return Mono.empty();
    }
}
