package org.memoro.search.large;

/** What a vector is the meaning of. */
public enum VectorKind {
    /** A note by itself. */
    NOTE("document_vector"),
    /** A note after the one before it in its thread. */
    THREAD("context_vector");

    private final String table;

    VectorKind(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }
}
