package org.memoro.internaltokens;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.UUID;
import org.memoro.problems.RequestId;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Calls to the other services: bounded in time, traceable by request id, refused or failed in one known way. */
public final class InternalHttp {
    /** Inside one cluster a connection opens in milliseconds or not at all. */
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** The slowest internal answer is a long note's extraction being read; ten seconds mean it hangs. */
    private static final Duration RESPONSE = Duration.ofSeconds(10);
    /** Streams carry a heartbeat every 15 s: two missed ones and a little. */
    private static final Duration STREAM_SILENCE = Duration.ofSeconds(40);
    /** Shorter than the 60 s after which servers drop idle connections, so that none is used that is closing. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private static final int CONNECTIONS = 200;
    private static final int WAITING = 1_000;
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final Neighbours neighbours;
    private final InternalTokens tokens;
    private final WebClient.Builder answers;
    private final WebClient.Builder streams;

    InternalHttp(Neighbours neighbours, InternalTokens tokens, WebClient.Builder builder, ConnectionProvider pool) {
        this.neighbours = neighbours;
        this.tokens = tokens;
        this.answers = bounded(builder, pool, RESPONSE);
        this.streams = bounded(builder, pool, STREAM_SILENCE);
    }

    static ConnectionProvider pool(String name) {
        return ConnectionProvider.builder(name)
                .maxConnections(CONNECTIONS)
                .pendingAcquireMaxCount(WAITING)
                .pendingAcquireTimeout(CONNECT)
                .maxIdleTime(IDLE)
                .build();
    }

    /** A client with our time-outs and request id, for the gateway's internal port as for every service. */
    static WebClient.Builder bounded(WebClient.Builder builder, ConnectionProvider pool, Duration response) {
        HttpClient http = HttpClient.create(pool)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()))
                .responseTimeout(response);
        return builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .filter(InternalHttp::passRequestIdOn);
    }

    static WebClient.Builder bounded(WebClient.Builder builder, ConnectionProvider pool) {
        return bounded(builder, pool, RESPONSE);
    }

    /** Without a token; the caller adds one. */
    public WebClient to(String service) {
        return client(answers, service).build();
    }

    /** For server-sent events: may stay silent for 40 s, then it counts as broken. Without a token. */
    public WebClient streaming(String service) {
        return client(streams, service).build();
    }

    /** Background work on one account. */
    public WebClient forWork(String service, UUID accountId, String purpose) {
        ExchangeFilterFunction work = (request, next) -> tokens.forWork(accountId, service, purpose)
                .flatMap(token -> next.exchange(withToken(request, token)))
                .doOnNext(answer -> {
                    if (answer.statusCode().value() == 401) {
                        tokens.forget(accountId, service, purpose);
                    }
                });
        return client(answers, service).filter(work).build();
    }

    /** In the name of the person behind the running request. */
    public WebClient forCaller(String service) {
        return client(answers, service).filter(asCaller(service)).build();
    }

    /** Server-sent events in the name of the person behind the running request. */
    public WebClient streamingForCaller(String service) {
        return client(streams, service).filter(asCaller(service)).build();
    }

    private ExchangeFilterFunction asCaller(String service) {
        return (request, next) -> CurrentToken.value()
                .flatMap(token -> tokens.exchange(token, service))
                .flatMap(token -> next.exchange(withToken(request, token)));
    }

    private WebClient.Builder client(WebClient.Builder from, String service) {
        return from.clone().baseUrl(neighbours.address(service)).filter(new InternalErrors(service));
    }

    private static ClientRequest withToken(ClientRequest request, String token) {
        return ClientRequest.from(request)
                .headers(headers -> headers.setBearerAuth(token))
                .build();
    }

    private static Mono<ClientResponse> passRequestIdOn(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> {
            String id = RequestId.of(context);
            return next.exchange(
                    id == null
                            ? request
                            : ClientRequest.from(request)
                                    .header(RequestId.HEADER, id)
                                    .build());
        });
    }
}
