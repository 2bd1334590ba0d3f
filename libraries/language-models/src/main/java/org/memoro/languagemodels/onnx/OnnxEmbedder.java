package org.memoro.languagemodels.onnx;

import dev.langchain4j.data.segment.TextSegment;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.TextEmbedder;

/** Embeds with e5-small-v2 inside this JVM; the model is loaded on {@link #load()} or on first use. */
public final class OnnxEmbedder implements TextEmbedder, AutoCloseable {

    /** More would only take turns on a small machine, and one always stays free for the rest of the program. */
    private static final int MAX_THREADS = 2;

    /** The model was trained with these prefixes; without them its rankings fall apart. */
    private static final String PASSAGE = "passage: ";

    private static final String QUERY = "query: ";

    static {
        // The tokenizer library would otherwise report its start to its makers.
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("embedding-", 1).daemon().factory());

    private volatile @Nullable Loaded loaded;

    /** Loads the model now, so that the first text does not wait for it. */
    public void load() {
        passage("ready");
    }

    @Override
    public String model() {
        return E5Small.NAME;
    }

    @Override
    public int dimensions() {
        return E5Small.DIMENSIONS;
    }

    @Override
    public float[] passage(String text) {
        return embed(List.of(PASSAGE + text)).getFirst();
    }

    @Override
    public float[] query(String text) {
        return embed(List.of(QUERY + text)).getFirst();
    }

    @Override
    public List<float[]> passages(List<String> texts) {
        return texts.isEmpty()
                ? List.of()
                : embed(texts.stream().map(PASSAGE::concat).toList());
    }

    @Override
    public synchronized void close() {
        threads.close();
        if (loaded != null) {
            loaded.limit.close();
            loaded = null;
        }
    }

    private List<float[]> embed(List<String> prefixed) {
        Loaded ready = loaded();
        List<TextSegment> segments =
                prefixed.stream().map(ready.limit::cut).map(TextSegment::from).toList();
        return ready.model.embedAll(segments).content().stream()
                .map(embedding -> embedding.vector())
                .toList();
    }

    private Loaded loaded() {
        Loaded now = loaded;
        return now != null ? now : loadOnce();
    }

    private synchronized Loaded loadOnce() {
        Loaded now = loaded;
        if (now == null) {
            now = new Loaded(new E5Small(threads), new TokenLimit());
            loaded = now;
        }
        return now;
    }

    private record Loaded(E5Small model, TokenLimit limit) {}
}
