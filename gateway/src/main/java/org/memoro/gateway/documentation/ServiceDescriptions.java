package org.memoro.gateway.documentation;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.memoro.gateway.routing.ServiceAddresses;
import org.springdoc.webflux.api.OpenApiWebfluxResource;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the OpenAPI description of each part comes from. */
@Component
class ServiceDescriptions {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PATH = "/v3/api-docs";
    private static final int LARGEST = 2 * 1024 * 1024;

    private final ServiceAddresses addresses;
    private final OpenApiWebfluxResource own;
    private final WebClient http;
    private final JsonMapper json;

    ServiceDescriptions(
            ServiceAddresses addresses, OpenApiWebfluxResource own, WebClient.Builder http, JsonMapper json) {
        this.addresses = addresses;
        this.own = own;
        this.http = http.clone()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
        this.json = json;
    }

    /** What a service says about itself; an error when it cannot be asked. */
    Mono<JsonNode> of(String service) {
        URI address = addresses.of(service);
        return http.get()
                .uri(address.resolve(PATH))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .timeout(PATIENCE);
    }

    /** What the gateway answers itself. */
    Mono<JsonNode> ofGateway(ServerHttpRequest request) {
        return Mono.defer(() -> {
                    try {
                        return own.openapiJson(request, PATH, Locale.ENGLISH);
                    } catch (Exception e) {
                        return Mono.error(new IllegalStateException("The gateway cannot describe itself", e));
                    }
                })
                .map(json::readTree);
    }
}
