package org.memoro.embedding.engine;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.memoro.embedding.EmbeddingWorkerProperties;
import org.memoro.embedding.engine.ModelCalls.Operation;
import org.memoro.languagemodels.ExtractionAnswer;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.offline.OfflineExtractor;
import org.memoro.languagemodels.onnx.OnnxEmbedder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The engines inside this JVM, loaded in the background while the service starts; who comes early waits for them. */
@Component
public class InJvmEngines implements DisposableBean {
    /** How these engines are named as a provider. */
    public static final String NAME = EmbeddingWorkerProperties.IN_JVM;

    private static final Logger log = LoggerFactory.getLogger(InJvmEngines.class);

    /** Both cores of the reference machine; more notes at a time would only slow each other and every search down. */
    private static final int NOTES_AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

    /** A query takes a few milliseconds; a queue this long is already more than anybody waits for. */
    private static final int QUERIES_WAITING = 200;

    private final OnnxEmbedder embedder = new OnnxEmbedder();
    private final CompletableFuture<OfflineExtractor> extractor = new CompletableFuture<>();
    private final CompletableFuture<OnnxEmbedder> loadedEmbedder = new CompletableFuture<>();

    private final ModelCalls calls;
    private final Scheduler notes =
            Schedulers.newBoundedElastic(NOTES_AT_ONCE, Integer.MAX_VALUE, "in-jvm-notes", 60, true);
    /** Searches have a thread of their own: somebody is waiting, and an import must not be in front of them. */
    private final Scheduler queries = Schedulers.newBoundedElastic(1, QUERIES_WAITING, "in-jvm-queries", 60, true);

    InJvmEngines(EmbeddingWorkerProperties properties, ModelCalls calls) {
        this.calls = calls;
        boolean readsNotes = properties.embeddingWorker().consume();
        Thread.ofPlatform().daemon().name("load-language-models").start(() -> load(readsNotes));
    }

    /** Reads the facts of a note. */
    public Mono<ExtractionAnswer> extract(ExtractionRequest request) {
        return calls.here(
                Operation.EXTRACTION, ready(extractor).flatMap(ready -> on(notes, () -> ready.answer(request))));
    }

    /** The vector of a note. */
    public Mono<float[]> embedPassage(String text) {
        return calls.here(
                Operation.PASSAGE, ready(loadedEmbedder).flatMap(ready -> on(notes, () -> ready.passage(text))));
    }

    /** The vector of a search text. */
    public Mono<float[]> embedQuery(String text) {
        return calls.here(
                Operation.QUERY, ready(loadedEmbedder).flatMap(ready -> on(queries, () -> ready.query(text))));
    }

    /** Which model makes these vectors. */
    public String embeddingModel() {
        return embedder.model();
    }

    /** Name and version of the extractor; known once it is loaded. */
    public Mono<String> extractionEngine() {
        return ready(extractor).map(OfflineExtractor::engine);
    }

    /** Loaded, still loading, or failed. */
    CompletableFuture<Void> loading() {
        return CompletableFuture.allOf(extractor, loadedEmbedder);
    }

    @Override
    public void destroy() {
        notes.dispose();
        queries.dispose();
        embedder.close();
    }

    private void load(boolean readsNotes) {
        try {
            embedder.load();
            loadedEmbedder.complete(embedder);
            // A replica that only answers searches never reads a note and keeps that memory free.
            extractor.complete(readsNotes ? new OfflineExtractor() : null);
            log.info("Language models are loaded: {}", embedder.model());
        } catch (RuntimeException | LinkageError e) {
            log.error("Language models cannot be loaded; this replica stays out of service", e);
            loadedEmbedder.completeExceptionally(e);
            extractor.completeExceptionally(e);
        }
    }

    /** A model that is not there is a fault of this replica and passes, so notes wait and searches get a 503. */
    private static <T> Mono<T> ready(CompletableFuture<T> engine) {
        return Mono.fromFuture(engine, true).onErrorMap(e -> new IOException("the language models are not loaded", e));
    }

    private static <T> Mono<T> on(Scheduler scheduler, Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }
}
