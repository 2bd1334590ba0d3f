package org.memoro.embedding.engine;

import org.memoro.languagemodels.ModelUsage;

/** The vector of one text together with what making it cost. */
public record EmbeddingAnswer(float[] vector, ModelUsage usage) {}
