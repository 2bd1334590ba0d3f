package org.memoro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.memoro.problems.ProblemDetailsConfiguration;
import org.memoro.tenancy.TenancyConfiguration;
import org.memoro.testkit.TestPostgres;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.WebFilter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tests for the idempotency keys of a running service. */
class IdempotencyTests {
    private static final String ANNA = UUID.randomUUID().toString();
    private static final String BELA = UUID.randomUUID().toString();

    private static ConfigurableApplicationContext service;
    private static WebTestClient http;
    private static Notes notes;

    private String key;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.REACTIVE)
                .run(args(TestPostgres.freshDatabase().args()));
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .build();
        notes = service.getBean(Notes.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void newKey() {
        key = UUID.randomUUID().toString();
        notes.written.set(0);
    }

    @Test
    void answersARepetitionWithTheFirstAnswer() {
        String first = text(
                post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated());
        String second = text(post("/api/notes", "{\"words\":\"hello\"}", ANNA)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/notes/1")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_JSON));

        assertThat(second).isEqualTo(first);
        assertThat(notes.written).hasValue(1);
    }

    @Test
    void keepsAProblemOfTheCallerToo() {
        post("/api/refused", "{}", ANNA).expectStatus().isEqualTo(409);
        post("/api/refused", "{}", ANNA).expectStatus().isEqualTo(409);

        assertThat(notes.written).hasValue(1);
    }

    @Test
    void refusesAnotherBodyWithTheSameKey() {
        post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated();

        post("/api/notes", "{\"words\":\"other\"}", ANNA)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void countsTheKeyPerAccountAndPath() {
        post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated();
        post("/api/notes", "{\"words\":\"hello\"}", BELA).expectStatus().isCreated();
        post("/api/others", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated();

        assertThat(notes.written).hasValue(3);
    }

    @Test
    void forgetsAnAnswerThatWasOurFault() {
        post("/api/fails-once", "{}", ANNA).expectStatus().is5xxServerError();
        post("/api/fails-once", "{}", ANNA).expectStatus().isCreated();
    }

    @Test
    void refusesARepetitionWhileTheFirstRuns() throws Exception {
        Thread first = Thread.startVirtualThread(
                () -> post("/api/slow", "{}", ANNA).expectStatus().isCreated());
        assertThat(notes.begun.await(10, TimeUnit.SECONDS)).isTrue();

        post("/api/slow", "{}", ANNA)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("request-in-progress");
        notes.mayEnd.countDown();
        first.join();
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        key = "k".repeat(129);

        post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isEqualTo(422);
    }

    @Test
    void purgesNothingThatIsYoungerThanADay() {
        post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated();

        assertThat(service.getBean(PurgeRequests.class).purge().block()).isZero();
        post("/api/notes", "{\"words\":\"hello\"}", ANNA).expectStatus().isCreated();
        assertThat(notes.written).hasValue(1);
    }

    private WebTestClient.ResponseSpec post(String path, String body, String account) {
        return http.post()
                .uri(path)
                .header("Idempotency-Key", key)
                .header("X-Test-Account", account)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }

    private static String[] args(String... database) {
        String[] all = java.util.Arrays.copyOf(database, database.length + 3);
        all[database.length] = "--server.port=0";
        all[database.length + 1] = "--memoro.database.schema=contact";
        all[database.length + 2] = "--spring.main.banner-mode=off";
        return all;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({TenancyConfiguration.class, ProblemDetailsConfiguration.class, ApiHabitsConfiguration.class, Notes.class})
    static class Service {

        @Bean
        SecurityWebFilterChain open(ServerHttpSecurity http) {
            return http.csrf(ServerHttpSecurity.CsrfSpec::disable).build();
        }

        @Bean
        @Order(0)
        WebFilter whoeverTheTestSays() {
            return (exchange, chain) -> {
                String account = exchange.getRequest().getHeaders().getFirst("X-Test-Account");
                return chain.filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(account, "", java.util.List.of())));
            };
        }
    }

    @RestController
    static class Notes {
        final AtomicInteger written = new AtomicInteger();
        final AtomicInteger failures = new AtomicInteger();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);

        record Note(String words) {}

        @PostMapping({"/api/notes", "/api/others"})
        Mono<ResponseEntity<Note>> write(@RequestBody Note note) {
            int number = written.incrementAndGet();
            return Mono.just(
                    ResponseEntity.created(URI.create("/api/notes/" + number)).body(note));
        }

        @PostMapping("/api/refused")
        Mono<Void> refuse() {
            written.incrementAndGet();
            return Mono.error(org.memoro.problems.ProblemException.of(
                    org.memoro.problems.HttpProblem.IDEMPOTENCY_KEY_REUSED, "no"));
        }

        @PostMapping("/api/fails-once")
        Mono<ResponseEntity<Void>> failOnce() {
            return failures.getAndIncrement() == 0
                    ? Mono.error(new IllegalStateException())
                    : Mono.just(ResponseEntity.status(201).build());
        }

        @PostMapping("/api/slow")
        Mono<ResponseEntity<Void>> slow() {
            return Mono.fromCallable(() -> {
                        begun.countDown();
                        mayEnd.await(10, TimeUnit.SECONDS);
                        return ResponseEntity.status(201).<Void>build();
                    })
                    .subscribeOn(Schedulers.boundedElastic());
        }
    }
}
