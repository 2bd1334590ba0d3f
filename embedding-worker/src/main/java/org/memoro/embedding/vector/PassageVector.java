package org.memoro.embedding.vector;

import java.util.Arrays;
import java.util.List;

/** The vector of a note: which model made it, of which text, with which names in front. */
public record PassageVector(long version, String model, float[] vector, byte[] textHash, List<String> names) {

    public PassageVector {
        names = List.copyOf(names);
    }

    /** Whether it was made of exactly this passage. */
    public boolean isOf(Passage passage) {
        return Arrays.equals(textHash, passage.hash());
    }

    PassageVector forVersion(long other) {
        return new PassageVector(other, model, vector, textHash, names);
    }
}
