package org.memoro.embedding.vector;

import java.util.List;
import java.util.UUID;
import org.memoro.embedding.CacheHits;
import org.memoro.embedding.changeover.Models;
import org.memoro.embedding.engine.EmbeddingAnswer;
import org.memoro.embedding.engine.InJvmEngines;
import org.memoro.embedding.engine.Provider;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.note.Note;
import org.memoro.embedding.spending.Budget;
import org.memoro.embedding.spending.Purpose;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the vector of a passage with the model its account is searched with, or takes the one made of the same text. */
@Component
public class EmbedPassage {
    private final Provider provider;
    private final InJvmEngines inJvm;
    private final Models models;
    private final Budget budget;
    private final Vectors vectors;
    private final CacheHits cacheHits;
    private final TenantTransactions transactions;

    EmbedPassage(
            Provider provider,
            InJvmEngines inJvm,
            Models models,
            Budget budget,
            Vectors vectors,
            CacheHits cacheHits,
            TenantTransactions transactions) {
        this.cacheHits = cacheHits;
        this.provider = provider;
        this.inJvm = inJvm;
        this.models = models;
        this.budget = budget;
        this.vectors = vectors;
        this.transactions = transactions;
    }

    /** The vector for this version of the note, or a {@link ProviderUnavailable}; never another model's instead. */
    public Mono<PassageVector> embed(UUID account, EnrichmentMode mode, Note note, Passage passage) {
        String model = model(mode);
        Mono<PassageVector> same = transactions
                .inTransaction(account, vectors.find(account, note.id(), model))
                .filter(kept -> kept.isOf(passage));
        return cacheHits
                .counted(CacheHits.Kind.PASSAGE, same)
                .map(kept -> kept.forVersion(note.version()))
                .switchIfEmpty(make(account, mode, List.of(passage.text()))
                        .map(vectors -> new PassageVector(
                                note.version(), model, vectors.getFirst(), passage.hash(), passage.names())));
    }

    /** Which model's vectors are made for an account from now on. */
    String model(EnrichmentMode mode) {
        return models.wanted(mode);
    }

    /** The vectors of any texts by {@link #model}, in their order, or a {@link ProviderUnavailable}. */
    Mono<List<float[]>> make(UUID account, EnrichmentMode mode, List<String> texts) {
        return provider.embeds(mode)
                ? ask(account, texts)
                : Flux.fromIterable(texts).concatMap(inJvm::embedPassage).collectList();
    }

    private Mono<List<float[]>> ask(UUID account, List<String> texts) {
        return budget.isLeft(account)
                .flatMap(left ->
                        left ? provider.embedPassages(texts) : Mono.error(ProviderUnavailable.budgetExhausted()))
                .flatMap(answer -> transactions
                        .inTransaction(account, budget.bookEmbedding(account, Purpose.VECTOR, answer.usage()))
                        .thenReturn(answer))
                .map(EmbeddingAnswer::vectors);
    }
}
