package org.memoro.languagemodels;

import java.util.List;

/** Turns text into vectors whose closeness is closeness of meaning; blocking and safe for many threads. */
public interface TextEmbedder {

    /** The model that makes the vectors; vectors of two models are never compared. */
    String model();

    /** Length of every vector. */
    int dimensions();

    /** The vector of a text that is to be found. */
    float[] passage(String text);

    /** The vector of a text that looks for others. */
    float[] query(String text);

    /** The vectors of several texts that are to be found, in their order. */
    List<float[]> passages(List<String> texts);
}
