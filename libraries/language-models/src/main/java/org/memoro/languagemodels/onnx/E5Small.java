package org.memoro.languagemodels.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executor;

/** The quantised e5-small-v2 model of langchain4j, loaded so that it keeps to few threads and little memory. */
final class E5Small extends AbstractInProcessEmbeddingModel {

    static final String NAME = "e5-small-v2-q";
    static final int DIMENSIONS = 384;

    private static final String WEIGHTS = "/e5-small-v2-q.onnx";
    private static final String TOKENIZER = "/e5-small-v2-q-tokenizer.json";

    private final OnnxBertBiEncoder encoder;

    E5Small(Executor executor) {
        super(executor);
        this.encoder = load();
    }

    static InputStream tokenizer() {
        return resource(TOKENIZER);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return DIMENSIONS;
    }

    private static OnnxBertBiEncoder load() {
        try (InputStream weights = resource(WEIGHTS);
                InputStream tokenizer = resource(TOKENIZER);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread per text: the caller's pool says how many texts run side by side.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena keeps the largest batch's memory for ever; texts here are short and few.
            options.setCPUArenaAllocator(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(weights.readAllBytes(), options);
            return new OnnxBertBiEncoder(environment, session, tokenizer, PoolingMode.MEAN);
        } catch (OrtException e) {
            throw new IllegalStateException("The embedding model " + NAME + " cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream stream = E5Small.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        return stream;
    }
}
