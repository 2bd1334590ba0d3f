package org.memoro.gateway.reindex;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.internal.IssueInternalToken;
import org.memoro.gateway.routing.ServiceAddresses;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;

/** Goes through all steps of one account's rebuild at search-service. */
@Component
class RebuildAccount {
    private static final String SERVICE = "search-service";
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** A step reads twenty notes, each of which may have to wait for a provider twice. */
    private static final Duration STEP = Duration.ofMinutes(4);

    /** A service that is being restarted is back by then; a step that was taken twice does no harm. */
    private static final Retry PATIENTLY = Retry.backoff(5, Duration.ofSeconds(1))
            .maxBackoff(Duration.ofSeconds(10))
            .filter(RebuildAccount::mayPass);

    private final ServiceAddresses addresses;
    private final IssueInternalToken issueInternalToken;
    private final WebClient client;

    RebuildAccount(ServiceAddresses addresses, IssueInternalToken issueInternalToken) {
        this.addresses = addresses;
        this.issueInternalToken = issueInternalToken;
        HttpClient http = HttpClient.create(ConnectionProvider.create("rebuild", 1))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()))
                .responseTimeout(STEP);
        this.client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    /** As search-service tells it. */
    record Step(int contacts, int notes, @Nullable String next) {}

    /** Emits what each step did; an error when one cannot be taken. An account that is gone meanwhile has none. */
    Flux<Step> of(UUID account) {
        return step(account, null).expand(done -> done.next() == null ? Mono.empty() : step(account, done.next()));
    }

    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof WebClientResponseException answer)
                || answer.getStatusCode().is5xxServerError();
    }

    private Mono<Step> step(UUID account, @Nullable String from) {
        Map<String, String> request = new HashMap<>();
        if (from != null) {
            request.put("from", from);
        }
        return Mono.defer(() -> issueInternalToken.forRebuild(account))
                .flatMap(token -> client.post()
                        .uri(URI.create(addresses.of(SERVICE) + "/internal/v1/rebuild"))
                        .headers(headers -> headers.setBearerAuth(token))
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(request)
                        .retrieve()
                        .bodyToMono(Step.class))
                .retryWhen(PATIENTLY);
    }
}
