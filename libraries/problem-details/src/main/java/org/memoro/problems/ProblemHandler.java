package org.memoro.problems;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.memoro.logs.LogFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Turns whatever a request failed with into one problem answer; what is our fault is logged once, with its cause. */
final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    /** Long enough for a pool or a restart to recover, short enough that a person waits for it. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    @Override
    public int getOrder() {
        return -2; // before Spring Boot's own handler at -1
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(brokenOff(exchange, failure));
        }
        ProblemException problem = problemOf(failure);
        if (problem.type().status().is5xxServerError()) {
            LogFields.of(exchange)
                    .during(() -> log.error(
                            "{} {} answered {}\n{}",
                            exchange.getRequest().getMethod(),
                            exchange.getRequest().getPath().pathWithinApplication(),
                            problem.type().slug(),
                            FailureTrace.of(failure)));
        }
        return Problems.write(exchange, problem);
    }

    /** Too late for an answer. Whoever gets the failure now may log it, so it goes on without its address. */
    private static Throwable brokenOff(ServerWebExchange exchange, Throwable failure) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return failure;
        }
        LogFields.of(exchange)
                .during(() -> log.error(
                        "{} {} broke off\n{}",
                        exchange.getRequest().getMethod(),
                        exchange.getRequest().getPath().pathWithinApplication(),
                        FailureTrace.of(failure)));
        return new BrokenOffException();
    }

    static ProblemException problemOf(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case WebExchangeBindException binding ->
                ProblemException.validation(binding.getFieldErrors().stream()
                        .map(e -> new FieldProblem(
                                "/" + e.getField().replace('.', '/'),
                                e.getDefaultMessage() == null ? "is not right" : e.getDefaultMessage()))
                        .toList());
            case ServerWebInputException input when isTooLarge(input) -> tooLarge();
            case ServerWebInputException input -> ofInput(input);
            case DataBufferLimitException ignored -> tooLarge();
            case DecodingException ignored ->
                ProblemException.of(HttpProblem.MALFORMED, "The request body cannot be read.");
            case MethodNotAllowedException method ->
                ProblemException.of(
                        HttpProblem.METHOD_NOT_ALLOWED, "Allowed here: " + method.getSupportedMethods() + ".");
            case UnsupportedMediaTypeStatusException ignored ->
                ProblemException.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
            case NotAcceptableStatusException ignored ->
                ProblemException.of(HttpProblem.NOT_ACCEPTABLE, "Ask for application/json.");
            case ServerErrorException blank
            when blank.getMethodParameter() != null ->
                ProblemException.of(HttpProblem.MALFORMED, "A part of the address is blank.");
            case ResponseStatusException status -> ofStatus(status.getStatusCode());
            case ErrorResponse response -> ofStatus(response.getStatusCode());
            case TransientDataAccessException ignored -> unavailable();
            case DataAccessResourceFailureException ignored -> unavailable();
            case NonTransientDataAccessResourceException ignored -> unavailable();
            case TransactionException ignored -> unavailable();
            case TimeoutException ignored -> unavailable();
            case IOException ignored -> unavailable();
            default ->
                ProblemException.of(
                        HttpProblem.INTERNAL, "This was not expected. The request id helps to find out why.");
        };
    }

    private static ProblemException ofInput(ServerWebInputException input) {
        Throwable cause = input.getCause();
        while (cause != null) {
            if (cause instanceof NulCharacterException nul) {
                return nul.asProblem();
            }
            cause = cause.getCause();
        }
        String where = input.getMethodParameter() == null || input.getCause() instanceof DecodingException
                ? "The request body cannot be read."
                : "The parameter '" + input.getMethodParameter().getParameterName() + "' cannot be read.";
        return ProblemException.of(HttpProblem.MALFORMED, where);
    }

    private static boolean isTooLarge(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException tooLarge() {
        return ProblemException.of(HttpProblem.TOO_LARGE, "A request may be up to 1 MiB.");
    }

    private static ProblemException ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> ProblemException.of(HttpProblem.NOT_FOUND, "There is nothing at this address.");
            case 413 -> tooLarge();
            case 503 -> unavailable();
            default ->
                status.is4xxClientError()
                        ? ProblemException.of(HttpProblem.MALFORMED, "The request cannot be read.")
                        : ProblemException.of(
                                HttpProblem.INTERNAL, "This was not expected. The request id helps to find out why.");
        };
    }

    private static ProblemException unavailable() {
        return ProblemException.of(HttpProblem.DEPENDENCY_UNAVAILABLE, "Nothing is lost; please try again in a moment.")
                .retryAfter(RETRY_AFTER);
    }
}
