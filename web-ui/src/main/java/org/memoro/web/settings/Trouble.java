package org.memoro.web.settings;

import java.util.List;
import java.util.Objects;
import org.memoro.internaltokens.DependencyUnavailable;
import org.memoro.internaltokens.InternalCallException;
import org.memoro.problems.FieldProblem;
import org.memoro.web.layout.WrongInput;
import org.springframework.http.HttpStatus;

/** Why a form could not do its work, to be said on the form itself. */
record Trouble(HttpStatus status, String sentence, List<FieldProblem> fields) {

    private static final String LATER = "This could not be saved right now. Nothing was lost, try again in a moment.";

    /** Whether the form can help; everything else gets the page for errors. */
    static boolean isOne(Throwable failure) {
        return failure instanceof DependencyUnavailable
                || (failure instanceof InternalCallException refusal && WrongInput.isAbout(refusal));
    }

    static Trouble of(Throwable failure) {
        if (failure instanceof InternalCallException refusal && !(failure instanceof DependencyUnavailable)) {
            return new Trouble(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    Objects.requireNonNullElse(WrongInput.of(refusal).getMessage(), LATER),
                    refusal.errors());
        }
        return new Trouble(HttpStatus.SERVICE_UNAVAILABLE, LATER, List.of());
    }
}
