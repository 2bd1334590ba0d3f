package org.memoro.interactions;

import org.memoro.problems.ProblemException;
import org.memoro.problems.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems only this service answers with. */
public enum InteractionProblem implements ProblemType {
    INTERACTION_NOT_FOUND("interaction-not-found", HttpStatus.NOT_FOUND, "Note not found");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    InteractionProblem(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The same words for a note that never was, is deleted, or is another account's. */
    public static ProblemException notFound() {
        return ProblemException.of(INTERACTION_NOT_FOUND, "There is no such note among yours.");
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
