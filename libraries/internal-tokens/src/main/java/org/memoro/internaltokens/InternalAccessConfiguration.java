package org.memoro.internaltokens;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.memoro.logs.AccountHash;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;

/** Switches a service to being reached, and reaching others, by internal tokens only. */
@Configuration
@EnableWebFluxSecurity
@EnableConfigurationProperties({InternalSettings.class, Neighbours.class})
public class InternalAccessConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionProvider internalConnections(InternalSettings settings) {
        return InternalHttp.pool(settings.serviceName() + "-calls");
    }

    @Bean
    InternalTokens internalTokens(
            InternalSettings settings, ObjectProvider<WebClient.Builder> builders, ConnectionProvider connections) {
        WebClient gateway = gateway(settings.gatewayUrl(), builders, connections)
                .defaultHeaders(headers -> headers.setBasicAuth(settings.serviceName(), settings.secret()))
                .build();
        return new InternalTokens(settings.serviceName(), gateway);
    }

    @Bean
    InternalHttp internalHttp(
            Neighbours neighbours,
            InternalTokens tokens,
            ObjectProvider<WebClient.Builder> builders,
            ConnectionProvider connections) {
        return new InternalHttp(neighbours, tokens, builders.getIfAvailable(WebClient::builder), connections);
    }

    @Bean
    TokenReader tokenReader(
            InternalSettings settings,
            ObjectProvider<WebClient.Builder> builders,
            ConnectionProvider connections,
            Clock clock) {
        WebClient gateway =
                gateway(settings.gatewayUrl(), builders, connections).build();
        return new TokenReader(new GatewayKeys(gateway, clock), settings.serviceName(), clock);
    }

    private static WebClient.Builder gateway(
            URI address, ObjectProvider<WebClient.Builder> builders, ConnectionProvider connections) {
        return InternalHttp.bounded(builders.getIfAvailable(WebClient::builder), connections)
                .baseUrl(address.toString())
                .filter(new InternalErrors("gateway"));
    }

    /** Four steps of a millisecond each around every request would hide those that matter in a trace. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Names and values with characters that nobody types; without this the answer would have no body. */
    @Bean
    ServerExchangeRejectedHandler oddRequests() {
        return (exchange, e) -> Problems.write(exchange, HttpProblem.MALFORMED, "The address cannot be read.");
    }

    @Bean
    SecurityWebFilterChain internalAccess(
            ServerHttpSecurity http,
            TokenReader reader,
            ObjectProvider<AccountHash> accountHash,
            ObjectProvider<ActorAccess> actorAccess,
            ObjectProvider<OpenPaths> openPaths) {
        AccessRules rules = new AccessRules(actorAccess.getIfAvailable(() -> new ActorAccess(List.of())));
        String[] open = openPaths
                .getIfAvailable(() -> new OpenPaths(List.of()))
                .patterns()
                .toArray(String[]::new);
        return http.csrf(CsrfSpec::disable) // no cookie is ever looked at here
                .cors(CorsSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(HeaderSpec::disable) // the gateway sets them for the whole site
                .addFilterAt(
                        new TokenFilter(reader, accountHash.getIfAvailable(AccountHash::ofThisProcess)),
                        SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((exchange, e) -> Problems.write(
                                exchange, HttpProblem.NOT_SIGNED_IN, "This needs a token of the gateway."))
                        .accessDeniedHandler((exchange, e) -> Problems.write(
                                exchange, HttpProblem.INSUFFICIENT_SCOPE, "This token does not allow that.")))
                .authorizeExchange(paths -> {
                    paths.pathMatchers("/actuator/**", "/v3/api-docs/**").permitAll();
                    if (open.length > 0) {
                        paths.pathMatchers(open).permitAll();
                    }
                    paths.anyExchange().access(rules);
                })
                .build();
    }
}
