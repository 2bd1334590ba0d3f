package org.memoro.gateway.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.signin.SignInSettings;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Keys for everybody inside, tokens for services that prove who they are. */
@Component
class TokenEndpoints {
    private static final String LOCAL = "local";
    private static final Set<String> OPERATORS = Set.of(LOCAL, "operator");

    private final ServiceCredentials credentials;
    private final IssueInternalToken issueInternalToken;
    private final IssueLocalToken issueLocalToken;
    private final InternalTokenSigner signer;
    private final List<OperatorRoutes> operatorRoutes;
    private final boolean isLocalRun;

    TokenEndpoints(
            ServiceCredentials credentials,
            IssueInternalToken issueInternalToken,
            IssueLocalToken issueLocalToken,
            InternalTokenSigner signer,
            List<OperatorRoutes> operatorRoutes,
            SignInSettings settings) {
        this.credentials = credentials;
        this.issueInternalToken = issueInternalToken;
        this.issueLocalToken = issueLocalToken;
        this.signer = signer;
        this.operatorRoutes = List.copyOf(operatorRoutes);
        this.isLocalRun = settings.local().url() != null;
    }

    /** RFC 6749, section 5.1, as far as anybody here looks at it. */
    private record Answer(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    /** Who wants a token for scripts. */
    private record LocalRequest(@Nullable String email) {}

    /** What it gets. */
    private record LocalAnswer(String token) {}

    RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route()
                .GET("/internal/jwks", request -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(signer.jwks()))
                .POST("/internal/v1/tokens", this::token);
        if (isLocalRun) {
            routes.POST("/internal/v1/local-tokens", this::localToken);
        }
        return operatorRoutes.stream()
                .map(OperatorRoutes::routes)
                .map(route ->
                        route.filter((request, next) -> asOperator(request).flatMap(next::handle)))
                .reduce(routes.build(), RouterFunction::and);
    }

    private Mono<ServerRequest> asOperator(ServerRequest request) {
        return OPERATORS.contains(service(request))
                ? Mono.just(request)
                : Mono.error(ProblemException.of(
                        HttpProblem.INSUFFICIENT_SCOPE, "Only whoever runs this server may do this."));
    }

    private Mono<ServerResponse> token(ServerRequest request) {
        String service = service(request);
        return request.formData().flatMap(form -> issue(service, form)).flatMap(token -> ServerResponse.ok()
                .bodyValue(new Answer(token, InternalTokenSigner.LIFE.toSeconds())));
    }

    private Mono<String> issue(String service, MultiValueMap<String, String> form) {
        String audience = field(form, "audience");
        if (form.containsKey("subject_token")) {
            return issueInternalToken.exchange(service, field(form, "subject_token"), audience);
        }
        return issueInternalToken.forWork(service, accountId(field(form, "subject")), audience, field(form, "purpose"));
    }

    private Mono<ServerResponse> localToken(ServerRequest request) {
        if (!LOCAL.equals(service(request))) {
            return Mono.error(ProblemException.of(HttpProblem.INSUFFICIENT_SCOPE, "Only the launcher may do this."));
        }
        return request.bodyToMono(LocalRequest.class)
                .flatMap(wanted -> issueLocalToken.of(wanted.email() == null ? "" : wanted.email()))
                .flatMap(token -> ServerResponse.ok().bodyValue(new LocalAnswer(token)));
    }

    private String service(ServerRequest request) {
        String service = credentials.serviceOf(request.headers().asHttpHeaders());
        if (service == null) {
            throw ProblemException.of(HttpProblem.NOT_SIGNED_IN, "Unknown service, or not its secret.");
        }
        return service;
    }

    private static String field(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        if (value == null) {
            throw ProblemException.of(HttpProblem.MALFORMED, name + " is missing.");
        }
        return value;
    }

    private static UUID accountId(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(HttpProblem.MALFORMED, "subject is no account id.");
        }
    }
}
