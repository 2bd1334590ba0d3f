package org.memoro.tenancy;

/** A PostgreSQL that Memoro cannot use; its message is a sentence that says what to do. */
public final class UnsuitableServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnsuitableServerException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What is wrong with it and what to do. */
    public String sentence() {
        return sentence;
    }
}
