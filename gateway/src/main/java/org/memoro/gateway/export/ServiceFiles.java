package org.memoro.gateway.export;

import io.netty.channel.ChannelOption;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.memoro.gateway.account.SignedIn;
import org.memoro.gateway.internal.IssueInternalToken;
import org.memoro.gateway.routing.ServiceAddresses;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.ProblemException;
import org.memoro.problems.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The files that the services fill, fetched one after the other and passed on as fast as they are taken. */
@Component
class ServiceFiles {
    private static final Logger log = LoggerFactory.getLogger(ServiceFiles.class);
    private static final String ALL = "/internal/v1/export";
    /** Inside one cluster a connection opens in milliseconds or not at all. */
    private static final Duration CONNECT = Duration.ofSeconds(1);
    /** The first page of rows; what follows may be slow for as long as its reader is. */
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofSeconds(5);
    /** Each export uses one connection at a time. */
    private static final int AT_ONCE = 50;

    /** In the order of the ZIP. */
    private static final List<Map.Entry<String, String>> FILES = List.of(
            Map.entry("contacts.json", "contact-service"),
            Map.entry("contacts.vcf", "contact-service"),
            Map.entry("contacts.csv", "contact-service"),
            Map.entry("relationships.json", "contact-service"),
            Map.entry("facts.json", "contact-service"),
            Map.entry("merges.json", "contact-service"),
            Map.entry("interactions.json", "interaction-service"),
            Map.entry("interactions.csv", "interaction-service"),
            Map.entry("extractions.json", "embedding-worker"),
            Map.entry("provider-calls.json", "embedding-worker"),
            Map.entry("spending.json", "embedding-worker"));

    private final ServiceAddresses addresses;
    private final IssueInternalToken issueInternalToken;
    private final WebClient client;

    ServiceFiles(ServiceAddresses addresses, IssueInternalToken issueInternalToken) {
        this.addresses = addresses;
        this.issueInternalToken = issueInternalToken;
        HttpClient http = HttpClient.create(ConnectionProvider.create("exports", AT_ONCE))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()));
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** Completes when every service can hand out what it has of this account; a 503 otherwise. */
    Mono<Void> check(SignedIn who) {
        Stream<String> services = FILES.stream().map(Map.Entry::getValue).distinct();
        return Flux.fromStream(services)
                .flatMap(service -> get(who, service, ALL).doOnNext(DataBufferUtils::release))
                .then()
                .onErrorMap(e -> {
                    log.warn("An export cannot begin: {}", e.toString());
                    return ProblemException.of(
                                    HttpProblem.DEPENDENCY_UNAVAILABLE, "A part of your data cannot be read right now.")
                            .retryAfter(SOON);
                });
    }

    List<ExportFile> of(SignedIn who) {
        return FILES.stream()
                .map(file -> new ExportFile(file.getKey(), content(who, file.getValue(), file.getKey())))
                .toList();
    }

    private Flux<DataBuffer> content(SignedIn who, String service, String name) {
        return get(who, service, ALL + "/" + name);
    }

    /** A token lives for a minute, but is looked at only when an answer begins. */
    private Flux<DataBuffer> get(SignedIn who, String service, String path) {
        return Flux.deferContextual(context -> {
            Sinks.Empty<Void> begun = Sinks.empty();
            String requestId = RequestId.of(context);
            return client.get()
                    .uri(URI.create(addresses.of(service) + path))
                    .headers(headers -> {
                        headers.setBearerAuth(issueInternalToken.forExport(who, service));
                        if (requestId != null) {
                            headers.set(RequestId.HEADER, requestId);
                        }
                    })
                    .exchangeToFlux(answer -> {
                        begun.tryEmitEmpty();
                        return answer.statusCode().is2xxSuccessful()
                                ? answer.bodyToFlux(DataBuffer.class)
                                : answer.releaseBody().thenMany(Flux.error(refused(service, answer)));
                    })
                    .takeUntilOther(tooLate(begun.asMono()));
        });
    }

    /** An error when it has not begun in time; how long it then takes is up to its reader. */
    private static Mono<Void> tooLate(Mono<Void> begun) {
        return Mono.delay(BEGINS_WITHIN)
                .takeUntilOther(begun)
                .flatMap(late -> Mono.<Void>error(new TimeoutException("no answer began within " + BEGINS_WITHIN)))
                .switchIfEmpty(Mono.never());
    }

    private static IOException refused(String service, ClientResponse answer) {
        return new IOException(service + " answered " + answer.statusCode().value());
    }
}
