package org.memoro.embedding.extraction;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.memoro.embedding.CacheHits;
import org.memoro.embedding.InputHash;
import org.memoro.embedding.engine.InJvmEngines;
import org.memoro.embedding.engine.Provider;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.note.ContactName;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.spending.Budget;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.KnownContact;
import org.memoro.tenancy.TenantTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the facts out of a note: at the provider if it may and can, otherwise at once inside this JVM. */
@Component
public class ExtractFacts {
    private static final Logger log = LoggerFactory.getLogger(ExtractFacts.class);

    private final Provider provider;
    private final InJvmEngines inJvm;
    private final Budget budget;
    private final ExtractionCache cache;
    private final CacheHits cacheHits;
    private final TenantTransactions transactions;

    ExtractFacts(
            Provider provider,
            InJvmEngines inJvm,
            Budget budget,
            ExtractionCache cache,
            CacheHits cacheHits,
            TenantTransactions transactions) {
        this.cacheHits = cacheHits;
        this.provider = provider;
        this.inJvm = inJvm;
        this.budget = budget;
        this.cache = cache;
        this.transactions = transactions;
    }

    /**
     * The facts of a note.
     *
     * @param afresh asks the provider again even when it answered to the very same input before
     */
    public Mono<ReadFacts> extract(
            UUID account, EnrichmentMode mode, Note note, List<ContactName> contacts, boolean afresh) {
        Mono<ReadFacts> here = Mono.defer(() -> extractHere(note, contacts));
        if (!provider.extracts(mode)) {
            return here;
        }
        Question question = Question.about(note, contacts, provider.extractionEngine());
        Mono<ReadFacts> kept = afresh ? Mono.empty() : kept(account, question);
        return kept.switchIfEmpty(Mono.defer(() -> ask(account, note, question)))
                .switchIfEmpty(here);
    }

    /** A request with the hash of everything in it that shapes the answer. */
    private record Question(ExtractionRequest request, byte[] hash) {

        static Question about(Note note, List<ContactName> contacts, String engine) {
            ExtractionRequest request = ExtractFacts.request(note, NamedContacts.of(note.notes(), contacts));
            InputHash hash = InputHash.begin()
                    .with(engine)
                    .with(request.text())
                    .with(request.writtenAt().toString())
                    .with(request.zone().getId());
            request.contacts().forEach(contact -> hash.with(contact.toString()));
            return new Question(request, hash.value());
        }
    }

    private Mono<ReadFacts> kept(UUID account, Question question) {
        return cacheHits.counted(
                CacheHits.Kind.FACTS, transactions.inTransaction(account, cache.find(account, question.hash)));
    }

    /** Empty when the budget is spent or the provider gives no usable answer. */
    private Mono<ReadFacts> ask(UUID account, Note note, Question question) {
        return budget.reserve(account).flatMap(call -> provider.extract(question.request)
                .map(answer -> new ReadFacts(
                        provider.name(),
                        answer.usage().model(),
                        provider.extractionEngine(),
                        answer.extraction(),
                        answer.usage()))
                .flatMap(facts -> settleAndKeep(account, call, note, question, facts))
                .onErrorResume(ProviderUnavailable.class, failure -> giveUp(account, call, failure)));
    }

    /** Answers that could not be used were paid for all the same. */
    private Mono<ReadFacts> giveUp(UUID account, UUID call, ProviderUnavailable failure) {
        log.info("The provider read no facts ({}); they are read inside this JVM", failure.code());
        Mono<Void> booking = failure.spent() == null
                ? budget.release(account, call)
                : budget.settle(account, call, provider.extractionEngine(), failure.spent());
        return booking.then(Mono.empty());
    }

    /** Kept at once, so that a crash before the note is done does not pay for the same answer twice. */
    private Mono<ReadFacts> settleAndKeep(UUID account, UUID call, Note note, Question question, ReadFacts facts) {
        Mono<Void> write = budget.settle(account, call, facts.engine(), facts.usage())
                .then(cache.put(account, question.hash, note, facts));
        return transactions.inTransaction(account, write).thenReturn(facts);
    }

    private Mono<ReadFacts> extractHere(Note note, List<ContactName> contacts) {
        List<KnownContact> known = contacts.stream().map(ContactName::known).toList();
        return Mono.zip(
                inJvm.extract(request(note, known)),
                inJvm.extractionEngine(),
                (answer, engine) -> new ReadFacts(
                        InJvmEngines.NAME, answer.usage().model(), engine, answer.extraction(), answer.usage()));
    }

    private static ExtractionRequest request(Note note, List<KnownContact> contacts) {
        return new ExtractionRequest(
                note.notes(), note.writtenAt(), note.zone() == null ? ZoneOffset.UTC : note.zone(), contacts);
    }
}
