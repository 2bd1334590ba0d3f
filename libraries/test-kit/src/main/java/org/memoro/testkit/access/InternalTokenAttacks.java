package org.memoro.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.memoro.internaltokens.ActorAccess;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.testkit.TestGateway;
import org.memoro.testkit.access.ServiceRoutes.Route;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows every forged token and every wrong right to every route of a service; none may open. */
@Tag("security")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InternalTokenAttacks {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OF_A_PROBLEM = Set.of("type", "title", "status", "detail", "code", "requestId");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private GuardedService service;
    private List<Route> routes;

    /**
     * A running service.
     *
     * @param name its audience
     * @param routes what it answers
     * @param access which service may call which of its internal routes
     */
    public record GuardedService(
            String name, String url, TestGateway gateway, RequestMappingHandlerMapping routes, ActorAccess access) {}

    /** The service under attack, started when it is needed. */
    protected abstract GuardedService service();

    @BeforeAll
    final void listRoutes() {
        service = service();
        routes = ServiceRoutes.of(service.routes());
    }

    @Test
    void hasARuleForEveryRoute() {
        List<Route> without = routes.stream()
                .filter(route -> !route.isPublic())
                .filter(route -> service.access().rules().stream().noneMatch(route::isOpenTo))
                .toList();
        List<ActorAccess.Rule> idle = service.access().rules().stream()
                .filter(rule -> routes.stream().noneMatch(route -> route.isOpenTo(rule)))
                .toList();

        assertThat(routes).isNotEmpty();
        assertThat(without).as("routes nobody may call").isEmpty();
        assertThat(idle).as("rules for routes that are not there").isEmpty();
    }

    @Test
    void opensEveryRouteToWhomItIsMeantFor() {
        for (Route route : routes) {
            String token = route.isInternal()
                    ? worker(route)
                    : ForgedTokens.genuine(service.gateway().key(), service.name());
            assertThat(send(route, "Authorization", "Bearer " + token).status())
                    .as("%s with the right token", route)
                    .isNotIn(401, 403);
        }
    }

    @Test
    void refusesEveryForgedTokenOnEveryRoute() {
        Map<String, String> forged = ForgedTokens.against(service.gateway().key(), service.name());
        List<String> opened = new ArrayList<>();
        for (Route route : routes) {
            forged.forEach((what, token) -> {
                Answer answer = send(route, "Authorization", "Bearer " + token);
                if (!answer.refuses(401)) {
                    opened.add(route + " with a token " + what + ": " + answer);
                }
            });
        }

        System.out.printf(
                "%s: %d forged tokens at %d routes, %d opened%n",
                service.name(), forged.size(), routes.size(), opened.size());
        assertThat(opened).isEmpty();
    }

    @Test
    void looksAtNothingButTheToken() {
        String genuine = ForgedTokens.genuine(service.gateway().key(), service.name());
        List<String[]> headers = List.of(
                new String[] {},
                new String[] {"Authorization", genuine},
                new String[] {"Authorization", "Token " + genuine},
                new String[] {"Authorization", "Basic " + genuine},
                new String[] {"Authorization", "DPoP " + genuine},
                new String[] {"X-Authorization", "Bearer " + genuine},
                new String[] {"X-Forwarded-Access-Token", genuine},
                new String[] {"Cookie", "__Host-memoro=AAAAAAAAAAAAAAAAAAAAAA; access_token=" + genuine},
                new String[] {"X-User-Id", UUID.randomUUID().toString()},
                new String[] {"X-Forwarded-User", "admin", "X-Auth-Request-User", "admin", "Forwarded", "for=127.0.0.1"
                },
                new String[] {"X-Original-URL", "/actuator/health", "X-HTTP-Method-Override", "GET"});
        List<String> opened = new ArrayList<>();
        for (Route route : routes) {
            for (String[] shown : headers) {
                Answer answer = send(route, shown);
                if (!answer.refuses(401)) {
                    opened.add(route + " with " + List.of(shown) + ": " + answer);
                }
            }
            Answer inQuery = send(route.method(), route.path() + "?access_token=" + genuine);
            if (!inQuery.refuses(401)) {
                opened.add(route + " with the token in its query: " + inQuery);
            }
        }

        assertThat(opened).isEmpty();
    }

    @Test
    void refusesTheRightsOfAnotherKindOfCaller() {
        List<String> opened = new ArrayList<>();
        for (Route route : routes) {
            Map<String, String> wrong = route.isInternal() ? wrongWorkers(route) : wrongPeople(route);
            wrong.forEach((what, token) -> {
                Answer answer = send(route, "Authorization", "Bearer " + token);
                if (!answer.refuses(403)) {
                    opened.add(route + " as " + what + ": " + answer);
                }
            });
        }

        assertThat(opened).isEmpty();
    }

    @Test
    void refusesARouteThatNobodyMadeARuleFor() {
        for (Route route : List.of(
                new Route("GET", "/internal/v1/brand-new"), new Route("POST", "/internal/v2/contacts/lookup"))) {
            service.access().rules().forEach(rule -> assertThat(
                            send(route, "Authorization", "Bearer " + work(rule.actor(), rule.purpose()))
                                    .refuses(403))
                    .isTrue());
            assertThat(send(route).refuses(401)).isTrue();
        }
        assertThat(send(new Route("GET", "/brand-new")).refuses(401)).isTrue();
    }

    private Map<String, String> wrongWorkers(Route route) {
        ActorAccess.Rule rule = ruleFor(route);
        return Map.of(
                "a person", service.gateway().userToken(UUID.randomUUID(), service.name()),
                "another service", work("web-ui", rule.purpose()),
                "the right service for another purpose", work(rule.actor(), "another-purpose"),
                "the right service in a person's name",
                        service.gateway().workToken(UUID.randomUUID(), service.name(), rule.actor(), ""));
    }

    private Map<String, String> wrongPeople(Route route) {
        boolean reads = route.method().equals("GET");
        return Map.of(
                "background work", work("web-ui", "pages"),
                "a person without rights", person(),
                "a person with the other right", person(reads ? "write" : "read"),
                "a person with a right of another name", person("admin", "READ", "writer"));
    }

    private String person(String... scopes) {
        return service.gateway()
                .userToken(UUID.randomUUID(), service.name(), ZoneId.of("UTC"), EnrichmentMode.ON, scopes);
    }

    private String worker(Route route) {
        ActorAccess.Rule rule = ruleFor(route);
        return work(rule.actor(), rule.purpose());
    }

    private String work(String actor, String purpose) {
        return service.gateway().workToken(UUID.randomUUID(), service.name(), actor, purpose);
    }

    private ActorAccess.Rule ruleFor(Route route) {
        return service.access().rules().stream()
                .filter(route::isOpenTo)
                .findFirst()
                .orElseThrow(() -> new AssertionError(route + " has no rule"));
    }

    private Answer send(Route route, String... headers) {
        return send(route.method(), route.path(), headers);
    }

    private Answer send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            // What is not refused may be a stream of events that never ends.
            try (InputStream body = answer.body()) {
                String text = answer.statusCode() < 400 ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    private record Answer(int status, String type, String body) {

        /** A problem with this status that says nothing else. */
        boolean refuses(int expected) {
            if (status != expected || !type.startsWith("application/problem+json")) {
                return false;
            }
            JsonNode problem = JSON.readTree(body);
            return new TreeSet<>(problem.propertyNames()).equals(new TreeSet<>(OF_A_PROBLEM))
                    && problem.get("status").asInt() == expected;
        }
    }
}
