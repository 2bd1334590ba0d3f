package org.memoro.embedding.engine;

import java.util.List;
import org.memoro.languagemodels.ModelUsage;

/** The vectors of some texts, in their order, together with what making them cost. */
public record EmbeddingAnswer(List<float[]> vectors, ModelUsage usage) {

    /** The only one, where one text was asked for. */
    public float[] vector() {
        return vectors.getFirst();
    }
}
