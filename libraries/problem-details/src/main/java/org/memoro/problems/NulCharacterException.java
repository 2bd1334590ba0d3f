package org.memoro.problems;

import java.util.List;

/** A NUL character in a text: no store of ours can keep it, and nobody types it. */
final class NulCharacterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    NulCharacterException(String pointer) {
        super("NUL character", null, false, false);
        this.pointer = pointer;
    }

    ProblemException asProblem() {
        return ProblemException.validation(
                List.of(new FieldProblem(pointer, "may not contain the NUL character (U+0000).")));
    }
}
