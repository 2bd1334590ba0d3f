package org.memoro.internaltokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.memoro.problems.ProblemDetailsConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a service behind {@link InternalAccessConfiguration} lets in, asked over real HTTP. */
@Tag("security")
class GuardedServiceTests {
    private static final UUID ADA = UUID.randomUUID();
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static FakeGateway gateway;
    private static ConfigurableApplicationContext service;
    private WebTestClient http;

    @Configuration
    @EnableAutoConfiguration
    @Import({InternalAccessConfiguration.class, ProblemDetailsConfiguration.class, Routes.class})
    static class Guarded {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        ActorAccess actorAccess() {
            return new ActorAccess(List.of(
                    new ActorAccess.Rule("search-service", "index", HttpMethod.GET, "/internal/v1/contacts/{id}")));
        }

        @Bean
        OpenPaths openPaths() {
            return new OpenPaths(List.of("/static/**"));
        }
    }

    @RestController
    static class Routes {
        @GetMapping("/api/v1/contacts")
        Caller list(@AuthenticationPrincipal Caller caller, @RequestParam(required = false) String query) {
            return caller;
        }

        @PostMapping("/api/v1/contacts")
        String create() {
            return "{}";
        }

        @GetMapping("/api/v1/token")
        Mono<String> token() {
            return CurrentToken.value();
        }

        @GetMapping({"/internal/v1/contacts/{id}", "/internal/v1/contacts"})
        String internal() {
            return "{}";
        }

        @GetMapping("/static/style.css")
        String style() {
            return "body{}";
        }

        @GetMapping("/api/v1/neighbour-down")
        Mono<String> down() {
            return Mono.error(new DependencyUnavailable("search-service", null));
        }
    }

    @BeforeAll
    static void start() {
        gateway = new FakeGateway();
        service = new SpringApplicationBuilder(Guarded.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--memoro.internal.service-name=contact-service",
                        "--memoro.internal.secret=s3cret",
                        "--memoro.internal.gateway-url=" + gateway.url());
    }

    @AfterAll
    static void stop() {
        service.close();
        gateway.stop();
    }

    @BeforeEach
    void client() {
        gateway.broken = false;
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static TokenClaims ada(String... scopes) {
        return TokenClaims.forUser(ADA, "contact-service", VIENNA, EnrichmentMode.LOCAL_ONLY, Set.of(scopes), "sess");
    }

    private static TokenClaims work(String actor, String purpose) {
        return TokenClaims.forWork(ADA, "contact-service", VIENNA, EnrichmentMode.ON, actor, purpose);
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return http.get().uri(path).headers(h -> h.setBearerAuth(token)).exchange();
    }

    private WebTestClient.ResponseSpec get(String path, TokenClaims claims) {
        return get(path, gateway.signer.sign(claims));
    }

    @Test
    void tellsTheControllerWhoCalls() {
        get("/api/v1/contacts", ada("read"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.accountId")
                .isEqualTo(ADA.toString())
                .jsonPath("$.zone")
                .isEqualTo("Europe/Vienna")
                .jsonPath("$.enrichment")
                .isEqualTo("local-only")
                .jsonPath("$.sessionId")
                .isEqualTo("sess");
    }

    @Test
    void answersAProblemWithoutAToken() {
        http.get()
                .uri("/api/v1/contacts")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-signed-in");
    }

    @Test
    void answersAProblemToParametersWithOddNames() {
        http.get()
                .uri(URI.create("http://localhost:" + port() + "/api/v1/contacts?%09%0D%0A=x"))
                .headers(headers -> headers.setBearerAuth(gateway.signer.sign(ada("read"))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    private static String port() {
        return service.getEnvironment().getProperty("local.server.port", "");
    }

    @Test
    void refusesTokensOfAnotherSignerAudienceOrTime() {
        Clock hourAgo = Clock.fixed(Instant.now().minusSeconds(3600), ZoneOffset.UTC);
        InternalTokenSigner stranger = InternalTokenSigner.withNewKey();
        TokenClaims elsewhere =
                TokenClaims.forUser(ADA, "search-service", VIENNA, EnrichmentMode.ON, Set.of("read"), null);
        List<String> bad = List.of(
                stranger.sign(ada("read")),
                gateway.signer.sign(elsewhere),
                gateway.signer.sign(ada("read"), Duration.ofMinutes(10)),
                gateway.signer.sign(ada("read"), Duration.ofSeconds(-30)),
                InternalTokenSigner.withNewKey(hourAgo).sign(ada("read")),
                "eyJhbGciOiJub25lIn0.eyJpc3MiOiJtZW1vcm8tZ2F0ZXdheSJ9.",
                "nonsense");
        for (String token : bad) {
            get("/api/v1/contacts", token).expectStatus().isUnauthorized();
            get("/static/style.css", token).expectStatus().isUnauthorized();
        }
    }

    @Test
    void asksTheGatewayOnceForManyUnknownKeys() {
        get("/api/v1/contacts", ada("read")).expectStatus().isOk();
        int before = gateway.keyRequests.get();
        for (int i = 0; i < 20; i++) {
            get("/api/v1/contacts", InternalTokenSigner.withNewKey().sign(ada("read")))
                    .expectStatus()
                    .isUnauthorized();
        }
        assertThat(gateway.keyRequests.get() - before).isLessThanOrEqualTo(3);
    }

    @Test
    void believesANewKeyOfTheGatewayWithoutARestart() throws InterruptedException {
        get("/api/v1/contacts", ada("read")).expectStatus().isOk();
        Thread.sleep(1_100); // it asks for unknown keys once a second
        gateway.signer = InternalTokenSigner.withNewKey();
        get("/api/v1/contacts", ada("read")).expectStatus().isOk();
    }

    @Test
    void saysThatItCannotTellWhenTheKeysCannotBeHad() throws InterruptedException {
        Thread.sleep(1_100);
        gateway.broken = true;
        get("/api/v1/contacts", InternalTokenSigner.withNewKey().sign(ada("read")))
                .expectStatus()
                .isEqualTo(503);
        Thread.sleep(1_100);
    }

    @Test
    void wantsTheScopeForTheMethod() {
        get("/api/v1/contacts", ada("write"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("insufficient-scope");
        http.post()
                .uri("/api/v1/contacts")
                .headers(h -> h.setBearerAuth(gateway.signer.sign(ada("read"))))
                .exchange()
                .expectStatus()
                .isForbidden();
        http.post()
                .uri("/api/v1/contacts")
                .headers(h -> h.setBearerAuth(gateway.signer.sign(ada("write"))))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void opensInternalRoutesToListedActorsOnly() {
        get("/internal/v1/contacts/1", work("search-service", "index"))
                .expectStatus()
                .isOk();
        get("/internal/v1/contacts/1", work("search-service", "query"))
                .expectStatus()
                .isForbidden();
        get("/internal/v1/contacts/1", work("web-ui", "index")).expectStatus().isForbidden();
        get("/internal/v1/contacts", work("search-service", "index"))
                .expectStatus()
                .isForbidden();
        get("/internal/v1/contacts/1", ada("read", "write")).expectStatus().isForbidden();
    }

    @Test
    void closesPublicRoutesToBackgroundWorkButNotToThePages() {
        get("/api/v1/contacts", work("search-service", "index")).expectStatus().isForbidden();
        Caller ada = new Caller(ADA, VIENNA, EnrichmentMode.ON, Set.of("read"), null, null, "sess", Instant.now());
        get("/api/v1/contacts", TokenClaims.reissued(ada, "contact-service", "web-ui"))
                .expectStatus()
                .isOk();
        get("/api/v1/contacts", TokenClaims.reissued(ada, "contact-service", "search-service"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void letsAnybodyReadOpenPaths() {
        http.get().uri("/static/style.css").exchange().expectStatus().isOk();
    }

    @Test
    void handsTheRunningTokenToWhoeverCallsOn() {
        String token = gateway.signer.sign(ada("read"));
        get("/api/v1/token", token).expectBody(String.class).isEqualTo(token);
    }

    @Test
    void answers503WhenANeighbourIsDown() {
        get("/api/v1/neighbour-down", ada("read"))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("dependency-unavailable");
    }
}
