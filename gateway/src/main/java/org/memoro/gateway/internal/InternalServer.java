package org.memoro.gateway.internal;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A second, small server on a port of its own, so that no rule of the public one can ever open it to the outside. */
@Component
class InternalServer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(InternalServer.class);
    /** Longer than the 30 s after which our own clients drop idle connections. */
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final HttpServer server;
    private volatile @Nullable DisposableServer running;

    InternalServer(
            TokenEndpoints endpoints,
            AccountForPages accountForPages,
            DispatcherHandler publicOperations,
            GatewaySettings settings,
            @Value("${server.address}") String address,
            WebFilter asynchronousAnswers,
            WebFilter requestIdFilter,
            WebExceptionHandler problemHandler) {
        HandlerStrategies strategies = HandlerStrategies.builder()
                .webFilter(asynchronousAnswers)
                .webFilter(requestIdFilter)
                .exceptionHandler(problemHandler)
                .codecs(configurer ->
                        configurer.defaultCodecs().maxInMemorySize(64 * 1024)) // tokens and forms are small
                .build();
        HttpHandler tokens = RouterFunctions.toHttpHandler(endpoints.routes(), strategies);
        HttpHandler account = WebHttpHandlerBuilder.webHandler(publicOperations)
                .filter(asynchronousAnswers, requestIdFilter, accountForPages::filter)
                .exceptionHandler(problemHandler)
                .build();
        HttpHandler handler = (request, response) ->
                AccountForPages.isFor(request) ? account.handle(request, response) : tokens.handle(request, response);
        this.server = HttpServer.create()
                .host(address)
                .port(settings.internalPort())
                .option(ChannelOption.SO_BACKLOG, 1024)
                .idleTimeout(IDLE)
                .handle(new ReactorHttpHandlerAdapter(handler));
    }

    @Override
    public void start() {
        DisposableServer started = server.bindNow(Duration.ofSeconds(10));
        running = started;
        log.info("Keys and tokens for services on port {}", started.port());
    }

    @Override
    public void stop() {
        DisposableServer started = running;
        if (started != null) {
            started.disposeNow(Duration.ofSeconds(3));
            running = null;
        }
    }

    /** The port it listens on, for a setting of 0. */
    int port() {
        DisposableServer started = running;
        return started == null ? -1 : started.port();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Before the public server, and after it when stopping: what comes in there needs this. */
    @Override
    public int getPhase() {
        return -1000;
    }
}
