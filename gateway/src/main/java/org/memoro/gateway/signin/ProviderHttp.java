package org.memoro.gateway.signin;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/** Calls to sign-in providers, which are out on the internet: a person waits, but not for ever. */
@Component
class ProviderHttp {
    static final Duration RESPONSE = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(3);

    private final WebClient client;

    ProviderHttp(WebClient.Builder builder) {
        // No connection is kept: sign-ins are rare, and a kept one may have died on the way without a word.
        HttpClient http = HttpClient.newConnection()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(CONNECT.toMillis()))
                .responseTimeout(RESPONSE);
        this.client = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .build();
    }

    WebClient client() {
        return client;
    }
}
