package org.memoro.contacts;

import org.memoro.problems.ProblemException;
import org.memoro.problems.ProblemType;
import org.springframework.http.HttpStatus;

/** The problems only this service answers with. */
public enum ContactProblem implements ProblemType {
    CONTACT_NOT_FOUND(
            "contact-not-found", HttpStatus.NOT_FOUND, "Contact not found", "There is no such contact in your people."),
    RELATIONSHIP_NOT_FOUND(
            "relationship-not-found",
            HttpStatus.NOT_FOUND,
            "Relationship not found",
            "This contact has no such relationship."),
    FACT_NOT_FOUND("fact-not-found", HttpStatus.NOT_FOUND, "Fact not found", "There is no such fact."),
    MERGE_NOT_FOUND(
            "merge-not-found",
            HttpStatus.NOT_FOUND,
            "Merge not found",
            "There is no such merge, or it can no longer be undone."),
    MERGED_SINCE(
            "merged-since",
            HttpStatus.CONFLICT,
            "Merged again since",
            "The contact was merged into a third one since; undo that merge first.");

    private final String slug;
    private final HttpStatus status;
    private final String title;
    private final String detail;

    ContactProblem(String slug, HttpStatus status, String title, String detail) {
        this.slug = slug;
        this.status = status;
        this.title = title;
        this.detail = detail;
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

    /** The problem as an exception; its words are the same for what is foreign and for what never was. */
    public ProblemException exception() {
        return ProblemException.of(this, detail);
    }
}
