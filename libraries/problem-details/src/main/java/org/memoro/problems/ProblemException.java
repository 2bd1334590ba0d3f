package org.memoro.problems;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem answer. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<FieldProblem> fields;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type, String detail, List<FieldProblem> fields, @Nullable Duration retryAfter) {
        // A problem is an answer, not a fault of ours: a stack trace would tell nobody anything.
        super(detail, null, false, false);
        this.type = type;
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    /** A problem with a sentence for the person who reads the answer. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null);
    }

    /** 422 {@code validation-failed} with one entry for each field. */
    public static ProblemException validation(List<FieldProblem> fields) {
        String detail = fields.size() == 1 ? fields.getFirst().detail() : fields.size() + " fields are not right.";
        return new ProblemException(HttpProblem.VALIDATION_FAILED, detail, fields, null);
    }

    /** The same problem with a {@code Retry-After} header, in whole seconds and at least one. */
    public ProblemException retryAfter(Duration delay) {
        return new ProblemException(type, detail(), fields, delay);
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }

    List<FieldProblem> fields() {
        return fields;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
