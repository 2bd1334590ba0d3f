package org.memoro.local;

/** A reason not to start that the person at the keyboard can do something about; its sentence is all they see. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public StartFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
