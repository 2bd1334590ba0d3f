package org.memoro.problems;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong with a request, so that one answer tells it all. */
public final class FieldProblems {
    private final List<FieldProblem> found = new ArrayList<>();

    /** Notes a problem unless {@code ok}. */
    public FieldProblems check(boolean ok, String pointer, String detail) {
        if (!ok) {
            found.add(new FieldProblem(pointer, detail));
        }
        return this;
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the check.
     *
     * @throws ProblemException 422 {@code validation-failed} when anything was wrong
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw ProblemException.validation(found);
        }
    }
}
