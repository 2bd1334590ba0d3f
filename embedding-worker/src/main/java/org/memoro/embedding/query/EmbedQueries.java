package org.memoro.embedding.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.memoro.embedding.CacheHits;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.InputHash;
import org.memoro.embedding.changeover.Changeover;
import org.memoro.embedding.changeover.Models;
import org.memoro.embedding.engine.EmbeddingAnswer;
import org.memoro.embedding.engine.InJvmEngines;
import org.memoro.embedding.engine.Provider;
import org.memoro.embedding.engine.ProviderUnavailable;
import org.memoro.embedding.spending.Budget;
import org.memoro.embedding.spending.Purpose;
import org.memoro.internaltokens.Caller;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.tenancy.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the vectors of search texts with the model the account's notes are embedded with, quickly or not at all. */
@Component
public class EmbedQueries {
    /** A few megabytes at most; what is typed twice is typed within minutes. */
    private static final int IN_MEMORY = 1_000;

    /** Short enough that a deleted account's searches are gone from every replica in time. */
    private static final Duration KEPT_IN_MEMORY = Duration.ofSeconds(45);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private final Provider provider;
    private final InJvmEngines inJvm;
    private final Models models;
    private final Changeover changeover;
    private final Budget budget;
    private final QueryVectors queryVectors;
    private final CacheHits cacheHits;
    private final TenantTransactions transactions;
    private final Duration patience;
    private final Cache<Key, float[]> inMemory = Caffeine.newBuilder()
            .maximumSize(IN_MEMORY)
            .expireAfterWrite(KEPT_IN_MEMORY)
            .build();

    /** Which account asks for which text in which model; a buffer, because arrays are never equal. */
    private record Key(UUID account, ByteBuffer inputHash) {}

    EmbedQueries(
            Provider provider,
            InJvmEngines inJvm,
            Models models,
            Changeover changeover,
            Budget budget,
            QueryVectors queryVectors,
            CacheHits cacheHits,
            TenantTransactions transactions,
            EmbeddingWorkerProperties properties) {
        this.provider = provider;
        this.inJvm = inJvm;
        this.models = models;
        this.changeover = changeover;
        this.budget = budget;
        this.queryVectors = queryVectors;
        this.cacheHits = cacheHits;
        this.transactions = transactions;
        this.patience = properties.ai().queryTimeout();
    }

    /** The vectors of these texts in their order by the model that most of the notes were read by; a 503 when not in time. */
    Mono<Embeddings> embed(Caller caller, List<String> texts) {
        return changeover
                .answering(caller.accountId(), caller.enrichment())
                .flatMap(model -> embed(caller, model, texts))
                .onErrorMap(EmbedQueries::comesFromOutside, EmbedQueries::unavailable);
    }

    private Mono<Embeddings> embed(Caller caller, String model, List<String> texts) {
        boolean remote = !models.isHere(model);
        return Flux.fromIterable(texts)
                .concatMap(text -> vector(caller.accountId(), model, text, remote))
                .collectList()
                .transform(vectors -> remote ? vectors.timeout(patience) : vectors)
                .map(vectors -> Embeddings.of(model, vectors));
    }

    /** Forgets the searches of an account. */
    public void forget(UUID account) {
        inMemory.asMap().keySet().removeIf(key -> key.account.equals(account));
    }

    private Mono<float[]> vector(UUID account, String model, String text, boolean remote) {
        byte[] hash = InputHash.begin().with(model).with(text).value();
        Key key = new Key(account, ByteBuffer.wrap(hash));
        Mono<float[]> kept = Mono.fromSupplier(() -> inMemory.getIfPresent(key));
        Mono<float[]> keptLonger = remote ? keptLonger(account, hash) : Mono.empty();
        Mono<float[]> made = remote ? Mono.defer(() -> ask(account, model, hash, text)) : inJvm.embedQuery(text);
        return cacheHits
                .counted(
                        CacheHits.Kind.QUERY,
                        kept.switchIfEmpty(keptLonger.doOnNext(vector -> inMemory.put(key, vector))))
                .switchIfEmpty(made.doOnNext(vector -> inMemory.put(key, vector)));
    }

    private Mono<float[]> keptLonger(UUID account, byte[] hash) {
        return transactions.inTransaction(account, queryVectors.find(account, hash));
    }

    private Mono<float[]> ask(UUID account, String model, byte[] hash, String text) {
        return budget.isLeft(account)
                .flatMap(left ->
                        left ? provider.embedQuery(model, text) : Mono.error(ProviderUnavailable.budgetExhausted()))
                .flatMap(answer -> bookAndKeep(account, hash, answer));
    }

    private Mono<float[]> bookAndKeep(UUID account, byte[] hash, EmbeddingAnswer answer) {
        Mono<Void> write = budget.bookEmbedding(account, Purpose.QUERY, answer.usage())
                .then(queryVectors.put(account, hash, answer.vector()));
        return transactions.inTransaction(account, write).thenReturn(answer.vector());
    }

    private static boolean comesFromOutside(Throwable failure) {
        return failure instanceof ProviderUnavailable
                || failure instanceof TimeoutException
                || failure instanceof RejectedExecutionException;
    }

    private static Throwable unavailable(Throwable failure) {
        return ProblemException.of(HttpProblem.DEPENDENCY_UNAVAILABLE, "No vector of this text can be made right now.")
                .retryAfter(TRY_AGAIN);
    }
}
