package org.memoro.embedding;

import org.memoro.problems.ProblemType;
import org.springframework.http.HttpStatus;

/** Every problem of its own that this service can answer with. */
public enum EmbeddingWorkerProblem implements ProblemType {
    INTERACTION_NOT_FOUND("interaction-not-found", "Note not found"),
    ENRICHMENT_NOT_READY("enrichment-not-ready", "The note is not understood yet"),
    ENRICHMENT_OFF("enrichment-off", "Understanding notes is switched off"),
    ENRICHMENT_NOT_FOUND("enrichment-not-found", "Nothing was read out of this version of the note"),
    VECTOR_NOT_FOUND("vector-not-found", "There is no vector of this version of the note");

    private final String slug;
    private final String title;

    EmbeddingWorkerProblem(String slug, String title) {
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public HttpStatus status() {
        return HttpStatus.NOT_FOUND;
    }

    @Override
    public String title() {
        return title;
    }
}
