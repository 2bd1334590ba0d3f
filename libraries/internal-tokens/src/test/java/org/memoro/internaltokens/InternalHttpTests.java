package org.memoro.internaltokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.memoro.problems.FieldProblem;
import org.memoro.problems.RequestId;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.ConnectionProvider;

/** Calls to a neighbour that answers, refuses, fails or is gone. */
class InternalHttpTests {
    private final FakeGateway gateway = new FakeGateway();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ConnectionProvider pool = InternalHttp.pool("test");
    private final DisposableServer neighbour = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                heard.add(request.requestHeaders().get("X-Request-Id") + " "
                        + request.requestHeaders().get("Authorization"));
                int status = Integer.parseInt(request.uri().substring(1));
                return response.status(HttpResponseStatus.valueOf(status))
                        .header("Content-Type", status == 200 ? "application/json" : "application/problem+json")
                        .sendString(Mono.just("{\"code\":\"note-empty\",\"detail\":\"Write something.\","
                                + "\"errors\":[{\"pointer\":\"/notes\",\"detail\":\"is empty\"}]}"));
            })
            .bindNow();
    private final InternalTokens tokens = new InternalTokens(
            "me",
            WebClient.builder()
                    .baseUrl(gateway.url())
                    .defaultHeaders(h -> h.setBasicAuth("me", "secret"))
                    .build());
    private final InternalHttp http = new InternalHttp(
            new Neighbours(Map.of(
                    "there", URI.create("http://127.0.0.1:" + neighbour.port()),
                    "gone", URI.create("http://127.0.0.1:1"))),
            tokens,
            WebClient.builder(),
            pool);

    @AfterEach
    void stop() {
        neighbour.disposeNow();
        gateway.stop();
        pool.dispose();
    }

    private String call(String service, int status) {
        return http.to(service)
                .get()
                .uri("/" + status)
                .retrieve()
                .bodyToMono(String.class)
                .contextWrite(context -> context.put(RequestId.CONTEXT_KEY, "request-0001"))
                .block();
    }

    @Test
    void passesTheRequestIdOn() {
        assertThat(call("there", 200)).contains("note-empty");
        assertThat(heard).containsExactly("request-0001 null");
    }

    @Test
    void carriesWhatTheNeighbourSaid() {
        assertThatExceptionOfType(InternalCallException.class)
                .isThrownBy(() -> call("there", 422))
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(422);
                    assertThat(e.code()).isEqualTo("note-empty");
                    assertThat(e.detail()).isEqualTo("Write something.");
                    assertThat(e.errors()).containsExactly(new FieldProblem("/notes", "is empty"));
                });
    }

    @Test
    void tellsMissingFromRefusedFromUnavailable() {
        assertThatExceptionOfType(NotThere.class).isThrownBy(() -> call("there", 404));
        assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> call("there", 500));
        assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> call("there", 429));
        assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> call("gone", 200));
    }

    @Test
    void keepsATokenWhileItIsGood() {
        UUID ada = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            http.forWork("there", ada, "index")
                    .get()
                    .uri("/200")
                    .retrieve()
                    .bodyToMono(String.class)
                    .block();
        }
        assertThat(gateway.asked)
                .singleElement()
                .asString()
                .startsWith("Basic ")
                .contains("audience=there", "subject=" + ada, "purpose=index");
        assertThat(heard).allMatch(line -> line.contains("Bearer ey"));
    }

    @Test
    void asksForAnotherTokenAfterOneWasRefused() {
        UUID ada = UUID.randomUUID();
        WebClient work = http.forWork("there", ada, "index");
        assertThatExceptionOfType(DependencyUnavailable.class).isThrownBy(() -> work.get()
                .uri("/401")
                .retrieve()
                .bodyToMono(String.class)
                .block());
        work.get().uri("/200").retrieve().bodyToMono(String.class).block();
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void asksEachTimeWhatAnAccountWishes() {
        UUID ada = UUID.randomUUID();
        tokens.forWork(ada, "me", "enrich").block();
        tokens.forWork(ada, "me", "enrich").block();
        assertThat(gateway.asked).hasSize(2);
    }

    @Test
    void keepsTokensOfDifferentAccountsApart() {
        tokens.forWork(UUID.randomUUID(), "there", "index").block();
        tokens.forWork(UUID.randomUUID(), "there", "index").block();
        tokens.exchange("a-token", "there").block();
        assertThat(gateway.asked).hasSize(3).last().asString().contains("subject_token=a-token");
    }
}
