package org.memoro.embedding.query;

import java.util.List;
import org.memoro.embedding.VectorBytes;

/** The vectors of some search texts, in their order. */
record Embeddings(String model, int dimensions, List<String> vectors) {

    static Embeddings of(String model, List<float[]> vectors) {
        return new Embeddings(
                model,
                vectors.getFirst().length,
                vectors.stream().map(VectorBytes::base64).toList());
    }
}
