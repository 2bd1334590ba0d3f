package org.memoro.problems;

import org.springframework.http.HttpStatus;

/** The problems every service can answer with. */
public enum HttpProblem implements ProblemType {
    MALFORMED("malformed", HttpStatus.BAD_REQUEST, "The request cannot be read"),
    NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED, "Not signed in"),
    INSUFFICIENT_SCOPE("insufficient-scope", HttpStatus.FORBIDDEN, "The token does not allow this"),
    CSRF("csrf", HttpStatus.FORBIDDEN, "The request did not come from our own page"),
    NOT_FOUND("not-found", HttpStatus.NOT_FOUND, "Nothing is here"),
    METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED, "This cannot be done here"),
    NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE, "No such representation"),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", HttpStatus.CONFLICT, "The idempotency key was used for another request"),
    REQUEST_IN_PROGRESS("request-in-progress", HttpStatus.CONFLICT, "The first request is still running"),
    STALE_VERSION("stale-version", HttpStatus.PRECONDITION_FAILED, "It has changed meanwhile"),
    REQUEST_TIMEOUT("request-timeout", HttpStatus.REQUEST_TIMEOUT, "The request took too long to arrive"),
    TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not this media type"),
    VALIDATION_FAILED("validation-failed", HttpStatus.UNPROCESSABLE_CONTENT, "Some fields are not right"),
    MISDIRECTED_REQUEST("misdirected-request", HttpStatus.MISDIRECTED_REQUEST, "This is not the host you asked for"),
    RATE_LIMITED("rate-limited", HttpStatus.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL("internal-error", HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side"),
    DEPENDENCY_UNAVAILABLE(
            "dependency-unavailable", HttpStatus.SERVICE_UNAVAILABLE, "A part of Memoro cannot be reached right now");

    private final String slug;
    private final HttpStatus status;
    private final String title;

    HttpProblem(String slug, HttpStatus status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
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
