package org.memoro.contacts.deciding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Etags;
import org.memoro.api.MergePatch;
import org.memoro.contacts.ContactProblem;
import org.memoro.contacts.contact.AccountWork;
import org.memoro.contacts.contact.Contacts;
import org.memoro.contacts.contact.KeptContact;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.Facts;
import org.memoro.contacts.fact.SettleContacts;
import org.memoro.contacts.note.Notes;
import org.memoro.events.FactsApplied;
import org.memoro.outbox.Outbox;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.FieldProblems;
import org.memoro.problems.ProblemException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the user's word on a fact; the contacts follow. */
@Component
class DecideFact {
    /** What a view adds to a value: who the relative is, and until when somebody lived somewhere. */
    private static final List<String> NOT_KEPT = List.of("contactId", "until");

    private final AccountWork account;
    private final Facts facts;
    private final Contacts contacts;
    private final ChoosePerson choosePerson;
    private final FollowFact followFact;
    private final SettleContacts settleContacts;
    private final Notes notes;
    private final Outbox outbox;
    private final Clock clock;

    DecideFact(
            AccountWork account,
            Facts facts,
            Contacts contacts,
            ChoosePerson choosePerson,
            FollowFact followFact,
            SettleContacts settleContacts,
            Notes notes,
            Outbox outbox,
            Clock clock) {
        this.account = account;
        this.facts = facts;
        this.contacts = contacts;
        this.choosePerson = choosePerson;
        this.followFact = followFact;
        this.settleContacts = settleContacts;
        this.notes = notes;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<Fact> decide(UUID userId, UUID factId, JsonNode body, @Nullable String ifMatch, LocalDate today) {
        Decision decision = Decision.read(body);
        return account.write(
                userId,
                facts.find(userId, factId)
                        .filterWhen(fact -> isVisible(userId, fact))
                        .switchIfEmpty(Mono.error(ContactProblem.FACT_NOT_FOUND::exception))
                        .flatMap(fact -> {
                            Etags.requireMatch(ifMatch, fact.version());
                            return decide(userId, fact, decision, today);
                        }));
    }

    private Mono<Boolean> isVisible(UUID userId, Fact fact) {
        return fact.contactId() == null
                ? Mono.just(true)
                : contacts.find(userId, fact.contactId())
                        .map(kept -> kept.mergedInto() == null && !isDeletedByUser(kept));
    }

    private static boolean isDeletedByUser(KeptContact kept) {
        return kept.deletedBy() == Maker.USER;
    }

    private Mono<Fact> decide(UUID userId, Fact before, Decision decision, LocalDate today) {
        Fact fixed = fixed(before, decision, today).in(decision.state()).decidedByUser(clock.instant());
        return choosePerson
                .choose(userId, fixed, decision)
                .doOnNext(DecideFact::requireSomebody)
                .flatMap(decided -> facts.update(userId, decided)
                        .onErrorMap(DuplicateKeyException.class, e -> hasItsOwn())
                        .then(followers(userId, before, decided))
                        .flatMap(changed -> settleContacts.settle(userId, changed))
                        .then(sayToNote(userId, decided))
                        .then(facts.find(userId, decided.id())));
    }

    /** Of what was typed for a person there is one of each kind, the one that its page shows. */
    private static ProblemException hasItsOwn() {
        return ProblemException.validation(
                List.of(new FieldProblem("/contactId", "has this typed already: change it there.")));
    }

    private static Fact fixed(Fact fact, Decision decision, LocalDate today) {
        if (decision.value() == null) {
            return fact;
        }
        ObjectNode value = MergePatch.apply(fact.value(), decision.value());
        value.remove(NOT_KEPT);
        FieldProblems problems = new FieldProblems();
        FactValue.check(fact.kind(), value, today, problems);
        problems.throwIfAny();
        Fact changed = fact.withValue(value);
        return fact.kind() == FactKind.LOCATION ? changed.withStatus(FactValue.statusOfPlace(changed)) : changed;
    }

    private static void requireSomebody(Fact fact) {
        if (fact.isKept() && fact.contactId() == null && !fact.kind().isAboutNote()) {
            throw ProblemException.validation(
                    List.of(new FieldProblem("/contactId", "Say first who is meant, by contactId or newContact.")));
        }
    }

    /** What hangs on the decided fact follows it; answers all contacts that this may change. */
    private Mono<Set<UUID>> followers(UUID userId, Fact before, Fact decided) {
        Set<UUID> changed = new TreeSet<>();
        contactsOf(before).forEach(changed::add);
        contactsOf(decided).forEach(changed::add);
        UUID interactionId = decided.interactionId();
        return interactionId == null
                ? Mono.just(changed)
                : facts.ofNote(userId, interactionId)
                        .collectList()
                        .flatMapMany(said -> followFact.all(userId, said, before, decided))
                        .concatMap(follower -> facts.update(userId, follower).thenReturn(follower))
                        .doOnNext(follower -> contactsOf(follower).forEach(changed::add))
                        .then(Mono.just(changed));
    }

    private static Stream<UUID> contactsOf(Fact fact) {
        return Stream.of(fact.contactId(), fact.memberId()).filter(Objects::nonNull);
    }

    private Mono<Void> sayToNote(UUID userId, Fact fact) {
        UUID interactionId = fact.interactionId();
        return interactionId == null
                ? Mono.empty()
                : notes.find(userId, interactionId)
                        .filter(note -> !note.deleted())
                        .flatMap(note -> outbox.append(FactsApplied.of(
                                userId, interactionId, Objects.requireNonNullElse(note.appliedVersion(), 0L))));
    }
}
