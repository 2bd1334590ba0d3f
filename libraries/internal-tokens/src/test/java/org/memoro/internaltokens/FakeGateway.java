package org.memoro.internaltokens;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The gateway's internal port as far as these tests need it: real keys, a token for whoever asks. */
final class FakeGateway {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger keyRequests = new AtomicInteger();
    volatile InternalTokenSigner signer = InternalTokenSigner.withNewKey(Clock.systemUTC());
    volatile boolean broken;
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/internal/jwks", (request, response) -> {
                        keyRequests.incrementAndGet();
                        return broken
                                ? response.status(HttpResponseStatus.BAD_GATEWAY)
                                        .send()
                                : response.header("Content-Type", "application/json")
                                        .sendString(Mono.fromSupplier(() -> signer.jwks()));
                    })
                    .post("/internal/v1/tokens", (request, response) -> response.header(
                                    "Content-Type", "application/json")
                            .sendString(request.receive()
                                    .aggregate()
                                    .asString()
                                    .doOnNext(form ->
                                            asked.add(request.requestHeaders().get("Authorization") + " " + form))
                                    .map(form -> answer()))))
            .bindNow();

    private String answer() {
        String token = signer.sign(TokenClaims.forWork(
                UUID.randomUUID(), "contact-service", ZoneId.of("UTC"), EnrichmentMode.ON, "contact-service", "test"));
        return "{\"access_token\":\"" + token + "\",\"expires_in\":60}";
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void stop() {
        server.disposeNow();
    }
}
