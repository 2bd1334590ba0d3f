package org.memoro.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.ProblemException;

/** How many items one answer of a list may hold. */
public final class Limits {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Limits() {}

    /**
     * The asked-for number, or 50 when none is.
     *
     * @throws ProblemException 422 when it is not 1 to 200
     */
    public static int of(@Nullable Integer limit) {
        return of(limit, USUAL);
    }

    /** As {@link #of(Integer)}, for a list whose usual length is another one. */
    public static int of(@Nullable Integer limit, int usual) {
        if (limit == null) {
            return usual;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.validation(List.of(new FieldProblem("?limit", "must be 1 to " + MOST + ".")));
        }
        return limit;
    }
}
