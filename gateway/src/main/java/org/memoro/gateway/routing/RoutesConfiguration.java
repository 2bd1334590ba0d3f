package org.memoro.gateway.routing;

import java.net.URI;
import org.memoro.gateway.signin.SignInSettings;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Which path belongs to which service; a path that is not here does not exist outside. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {
    /** The route's service, which is also the audience of its token. */
    static final String SERVICE = "service";
    /** Marks a route whose answers never end by themselves. */
    static final String STREAM = "stream";

    static final String PAGES = "web-ui";
    static final String LOCAL_SIGN_IN = "local-sign-in";
    /** Ours, or nobody's: never handed to the pages. */
    private static final String[] NOT_PAGES = {
        "/api/**",
        "/internal/**",
        "/actuator/**",
        "/v3/**",
        "/oauth2/**",
        "/login/**",
        "/healthz",
        "/sign-out",
        "/local-sign-in/**"
    };

    private final ServiceAddresses addresses;

    RoutesConfiguration(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder builder, SignInSettings signIn) {
        RouteLocatorBuilder.Builder routes = builder.routes()
                .route(
                        "contacts",
                        r -> to("contact-service", r, "/api/v1/contacts/**", "/api/v1/facts/**", "/api/v1/merges/**"))
                .route("extraction", this::extraction)
                .route("interaction-events", r -> stream("interaction-service", r, "/api/v1/interactions/events"))
                .route("interactions", r -> to("interaction-service", r, "/api/v1/interactions/**"))
                .route("search", r -> to("search-service", r, "/api/v1/search"))
                .route("page-events", r -> stream(PAGES, r, "/events"));
        URI local = signIn.local().url();
        if (local != null) {
            routes.route(LOCAL_SIGN_IN, r -> localSignIn(r, local));
        }
        return routes.route("pages", this::pages).build();
    }

    private Buildable<Route> to(String service, PredicateSpec route, String... paths) {
        return route.path(paths).metadata(SERVICE, service).uri(addresses.of(service));
    }

    private Buildable<Route> stream(String service, PredicateSpec route, String path) {
        return route.path(path)
                .metadata(SERVICE, service)
                .metadata(STREAM, true)
                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                .uri(addresses.of(service));
    }

    /** What was read out of a note belongs to the service that read it; asking for it again does not. */
    private Buildable<Route> extraction(PredicateSpec route) {
        return route.path("/api/v1/interactions/*/enrichment")
                .and()
                .method(HttpMethod.GET, HttpMethod.HEAD)
                .metadata(SERVICE, "embedding-worker")
                .uri(addresses.of("embedding-worker"));
    }

    private Buildable<Route> localSignIn(PredicateSpec route, URI local) {
        return route.path("/local-sign-in/**")
                .filters(filters -> filters.preserveHostHeader())
                .metadata(SERVICE, LOCAL_SIGN_IN)
                .uri(local);
    }

    private Buildable<Route> pages(PredicateSpec route) {
        return route.path("/**")
                .and()
                .not(other -> other.path(NOT_PAGES))
                .metadata(SERVICE, PAGES)
                .uri(addresses.of(PAGES));
    }
}
