package org.memoro.internaltokens;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/** Another service cannot answer right now; whoever waits is told to try again soon. */
public final class DependencyUnavailable extends InternalCallException implements ErrorResponse {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String service;

    public DependencyUnavailable(String service, @Nullable Throwable cause) {
        super(503, "dependency-unavailable", null, List.of(), cause);
        this.service = service;
    }

    public String service() {
        return service;
    }

    @Override
    public String getMessage() {
        return service + " cannot be asked right now";
    }

    @Override
    public HttpStatusCode getStatusCode() {
        return HttpStatus.SERVICE_UNAVAILABLE;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(SOON.toSeconds()));
        return headers;
    }

    @Override
    public ProblemDetail getBody() {
        return ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }
}
