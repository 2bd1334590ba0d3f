package org.memoro.languagemodels.offline.phrases;

/** A stretch of a sentence with one statement: tokens {@code from} to {@code to} (exclusive). */
public record Clause(int from, int to) {}
