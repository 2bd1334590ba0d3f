package org.memoro.internaltokens;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.problems.FieldProblem;

/** Another service refused a call; it carries what that service said. */
public class InternalCallException extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String detail;
    private final transient List<FieldProblem> errors;

    public InternalCallException(int status, String code) {
        this(status, code, null, List.of(), null);
    }

    InternalCallException(
            int status, String code, @Nullable String detail, List<FieldProblem> errors, @Nullable Throwable cause) {
        super("A call inside Memoro was answered " + status + " " + code, cause);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public int status() {
        return status;
    }

    /** The stable slug of the problem, empty when the answer was none of ours. */
    public String code() {
        return code;
    }

    public @Nullable String detail() {
        return detail;
    }

    public List<FieldProblem> errors() {
        return errors;
    }
}
