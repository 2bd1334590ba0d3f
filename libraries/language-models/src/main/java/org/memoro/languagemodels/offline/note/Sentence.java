package org.memoro.languagemodels.offline.note;

/** The tokens {@code from} (inclusive) to {@code to} (exclusive) of one sentence or line. */
public record Sentence(int index, int from, int to) {

    public boolean contains(int token) {
        return from <= token && token < to;
    }
}
