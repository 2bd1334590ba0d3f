package org.memoro.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests for the problem answers of a running service. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemAnswersTests {
    private static ConfigurableApplicationContext service;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        service = new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.REACTIVE)
                .run("--server.port=0", "--spring.main.banner-mode=off");
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + service.getEnvironment().getProperty("local.server.port"))
                .build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/things/no-uuid, 400, malformed",
        "'/things/ ', 400, malformed",
        "/dates?on=2026-02-30, 400, malformed",
        "/dates, 400, malformed",
        "/nowhere, 404, not-found",
        "/fails, 500, internal-error",
        "/times-out, 503, dependency-unavailable",
        "/loses-a-lock, 503, dependency-unavailable",
        "/invalid, 422, validation-failed",
    })
    void answersWithAProblemOfItsKind(String path, int status, String code) {
        http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("/problems/" + code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.requestId")
                .isNotEmpty()
                .jsonPath("$.trace")
                .doesNotExist();
    }

    @Test
    void tellsNothingOfItsInsidesWhenItFails() {
        String body = http.get()
                .uri("/fails")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).doesNotContain("secret", "IllegalState", "org.memoro");
    }

    @Test
    void logsTheCauseAndNotTheQuery() {
        Throwable failure = Mono.error(new IllegalStateException("why", new IllegalArgumentException("deeper")))
                .checkpoint("HTTP GET \"/search?q=what-nobody-may-read\"")
                .materialize()
                .map(signal -> signal.getThrowable())
                .block();

        assertThat(FailureTrace.of(failure))
                .contains(
                        "IllegalStateException: why", "Caused by: java.lang.IllegalArgumentException: deeper", "\tat ")
                .doesNotContain("what-nobody-may-read");
    }

    @Test
    void logsWhoeverTriesWhatTheyMayNotAndNeverTheQuery(CapturedOutput output) {
        http.get()
                .uri("/things/no-uuid?q=what-nobody-may-read")
                .header("X-Request-Id", "refused-request-1")
                .exchange()
                .expectStatus()
                .isBadRequest();
        http.get().uri("/nowhere").exchange().expectStatus().isNotFound();

        assertThat(output.getAll())
                .contains("GET /things/no-uuid refused: malformed")
                .doesNotContain("what-nobody-may-read")
                .doesNotContain("/nowhere refused");
    }

    @Test
    void logsAnAnswerThatBreaksOffByItsRequestAndNeverTheQuery(CapturedOutput output) {
        try {
            http.get()
                    .uri("/breaks-off?q=what-nobody-may-read")
                    .header("X-Request-Id", "broken-request-1")
                    .exchange()
                    .expectBody()
                    .returnResult();
        } catch (RuntimeException e) {
            // what the client sees of it is not the point here
        }

        assertThat(output.getAll())
                .contains("GET /breaks-off broke off", "IllegalStateException: late")
                .doesNotContain("what-nobody-may-read");
    }

    @Test
    void saysWhenToTryAgain() {
        http.get().uri("/times-out").exchange().expectHeader().valueEquals("Retry-After", "5");
    }

    @Test
    void pointsAtEveryFieldThatIsWrong() {
        http.get()
                .uri("/invalid")
                .exchange()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/emails/0")
                .jsonPath("$.errors[1].pointer")
                .isEqualTo("/birthday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "{\"name\":{}}", "nonsense", ""})
    void refusesBrokenJson(String body) {
        http.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("malformed");
    }

    @Test
    void refusesNulCharactersAndPointsAtThem() {
        http.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"a\\u0000b\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/name");
    }

    @Test
    void refusesAnotherMediaType() {
        http.post()
                .uri("/things")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("hello")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void refusesABodyOverTheLimit() {
        http.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"" + "a".repeat(300_000) + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-large");
    }

    @Test
    void keepsAWellFormedRequestIdAndReplacesAnyOther() {
        http.get()
                .uri("/nowhere")
                .header("X-Request-Id", "0190f3a2-well.formed")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "0190f3a2-well.formed");
        http.get()
                .uri("/nowhere")
                .header("X-Request-Id", "<script>")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @Test
    void answersAProblemWithTheRequestIdOfItsHeader() {
        http.get()
                .uri("/nowhere")
                .header("X-Request-Id", "0190f3a2-abc")
                .exchange()
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo("0190f3a2-abc");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({ProblemDetailsConfiguration.class, Things.class})
    static class Service {}

    @RestController
    static class Things {
        record Thing(String name) {}

        @PostMapping("/things")
        Mono<Thing> create(@RequestBody Thing thing) {
            return Mono.just(thing);
        }

        @GetMapping("/things/{id}")
        Mono<UUID> find(@PathVariable UUID id) {
            return Mono.just(id);
        }

        @GetMapping("/dates")
        Mono<String> on(@RequestParam LocalDate on, @RequestParam @Nullable Integer limit) {
            return Mono.just(on.toString());
        }

        @GetMapping("/fails")
        Mono<String> fails() {
            return Mono.error(new IllegalStateException("secret"));
        }

        @GetMapping(path = "/breaks-off", produces = MediaType.TEXT_PLAIN_VALUE)
        Flux<DataBuffer> breaksOff() {
            DataBuffer begun = DefaultDataBufferFactory.sharedInstance.wrap(new byte[100_000]);
            return Flux.concat(
                    Mono.just(begun),
                    Mono.delay(Duration.ofMillis(50)).then(Mono.error(new IllegalStateException("late"))));
        }

        @GetMapping("/loses-a-lock")
        Mono<String> losesALock() {
            return Mono.error(new PessimisticLockingFailureException("rolled back for another one"));
        }

        @GetMapping("/times-out")
        Mono<String> timesOut() {
            return Mono.<String>never().timeout(Duration.ofMillis(10)).onErrorMap(TimeoutException.class, e -> e);
        }

        @GetMapping("/invalid")
        Mono<String> invalid() {
            new FieldProblems()
                    .check(false, "/emails/0", "must be an e-mail address.")
                    .check(true, "/name", "never said")
                    .check(false, "/birthday", "must be a day of the year.")
                    .throwIfAny();
            return Mono.just("fine");
        }
    }
}
