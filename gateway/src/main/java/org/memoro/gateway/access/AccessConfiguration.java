package org.memoro.gateway.access;

import org.memoro.gateway.signin.SignInFailed;
import org.memoro.gateway.signin.SignInRequests;
import org.memoro.gateway.signin.SignInRequired;
import org.memoro.gateway.signin.SignInSucceeded;
import org.memoro.problems.HttpProblem;
import org.memoro.problems.Problems;
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
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** Spring Security, reduced to the sign-in protocol and the order of our own checks. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class AccessConfiguration {
    /** Open to everybody: nothing of any account is behind these. */
    private static final String[] OPEN = {
        "/healthz",
        "/static/**",
        "/favicon.svg",
        "/favicon.ico",
        "/robots.txt",
        "/manifest.webmanifest",
        "/sign-in",
        "/local-sign-in/**",
        "/actuator/**", // on the management port only; here nothing answers
        "/api/docs/**",
        "/api/v1/openapi.json"
    };

    /** Four steps of a millisecond each around every request would hide those that matter in a trace. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWebFilterChain accessRules(
            ServerHttpSecurity http,
            VisitFilter visits,
            CsrfFilter csrf,
            SignInRequests requests,
            SignInSucceeded succeeded,
            SignInFailed failed,
            SignInRequired required) {
        return http.csrf(CsrfSpec::disable) // ours is bound to our session
                .cors(CorsSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(HeaderSpec::disable) // SecurityHeaders sets them, on proxied answers too
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .authorizationRequestRepository(requests)
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                        .authenticationSuccessHandler(succeeded)
                        .authenticationFailureHandler(failed))
                .addFilterBefore(visits::filter, SecurityWebFiltersOrder.SECURITY_CONTEXT_SERVER_WEB_EXCHANGE)
                .addFilterBefore(csrf::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(required)
                        .accessDeniedHandler((exchange, e) -> Problems.write(
                                exchange, HttpProblem.INSUFFICIENT_SCOPE, "This token does not allow that.")))
                .authorizeExchange(paths ->
                        paths.pathMatchers(OPEN).permitAll().anyExchange().access(new ScopeRule()))
                .build();
    }

    /** Paths and headers that try to mean something else downstream than here. */
    @Bean
    ServerExchangeRejectedHandler oddRequests() {
        return (exchange, e) -> Problems.write(exchange, HttpProblem.MALFORMED, "The address cannot be read.");
    }
}
