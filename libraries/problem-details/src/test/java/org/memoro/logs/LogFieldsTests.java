package org.memoro.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LogFieldsTests {
    private static final LogFields REQUEST = LogFields.ofRequest("request-1");

    LogFieldsTests() {
        new LogFieldsConfiguration();
        new LogFieldsConfiguration(); // as when two services share a JVM
    }

    private static Mono<Map<String, String>> onAnotherThread() {
        return Mono.delay(Duration.ofMillis(1))
                .publishOn(Schedulers.boundedElastic())
                .map(tick -> said());
    }

    private static Map<String, String> said() {
        Map<String, String> copy = MDC.getCopyOfContextMap();
        return copy == null ? Map.of() : copy;
    }

    @Test
    void travelFromThreadToThread() {
        Map<String, String> said =
                onAnotherThread().contextWrite(REQUEST.withAccount("abc")::in).block();

        assertThat(said).containsOnly(Map.entry("requestId", "request-1"), Map.entry("account", "abc"));
    }

    @Test
    void nameTheEventAndTheRequestItCameFrom() {
        UUID event = UUID.randomUUID();
        Map<String, String> said = onAnotherThread()
                .contextWrite(LogFields.ofEvent(event, "abc", "request-1")::in)
                .block();

        assertThat(said).containsEntry("event", event.toString()).containsEntry("requestId", "request-1");
    }

    @Test
    void neverStayOnAThreadForTheNextRequest() {
        Flux.fromStream(IntStream.range(0, 2000).boxed())
                .flatMap(i -> onAnotherThread()
                        .contextWrite(LogFields.ofRequest("request-" + i)::in)
                        .zipWith(onAnotherThread())
                        .doOnNext(both -> {
                            assertThat(both.getT1()).containsOnly(Map.entry("requestId", "request-" + i));
                            assertThat(both.getT2()).isEmpty();
                        }))
                .blockLast();

        assertThat(said()).isEmpty();
    }

    @Test
    void areFieldsOfTheJsonThatCollectorsRead() {
        LoggerContext loggers = new LoggerContext();
        loggers.putObject(Environment.class.getName(), new StandardEnvironment());
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(loggers);
        encoder.setFormat("ecs");
        encoder.start();
        LoggingEvent entry =
                new LoggingEvent("", loggers.getLogger("a"), Level.INFO, "Something\nhappened", null, null);
        entry.setMDCPropertyMap(Map.of("requestId", "request-1", "account", "0123456789abcdef"));

        assertThat(new String(encoder.encode(entry), StandardCharsets.UTF_8))
                .contains("\"requestId\":\"request-1\"", "\"account\":\"0123456789abcdef\"")
                .hasLineCount(1);
    }

    @Test
    void holdForOneStatementOutsideOfAContext() {
        REQUEST.during(() -> assertThat(said()).containsEntry("requestId", "request-1"));

        assertThat(said()).isEmpty();
    }
}
