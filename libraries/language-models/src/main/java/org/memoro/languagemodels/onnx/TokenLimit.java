package org.memoro.languagemodels.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Cuts a text after the last token that the model reads. */
final class TokenLimit implements AutoCloseable {

    /** What the model was trained on, the two marker tokens included. */
    private static final int MAX_TOKENS = 512;

    private final HuggingFaceTokenizer tokenizer;

    TokenLimit() {
        try (InputStream json = E5Small.tokenizer()) {
            tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String cut(String text) {
        if (text.length() <= MAX_TOKENS - 2) {
            return text;
        }
        Encoding encoding = tokenizer.encode(text, false, false);
        if (encoding.getIds().length <= MAX_TOKENS - 2) {
            return text;
        }
        CharSpan last = encoding.getCharTokenSpans()[MAX_TOKENS - 3];
        // Spans count code points.
        return text.substring(0, text.offsetByCodePoints(0, last.getEnd()));
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
