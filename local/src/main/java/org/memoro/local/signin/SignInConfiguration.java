package org.memoro.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/** The one client (the gateway), the one user, and the standard endpoints between them. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SignInConfiguration {

    @Bean
    SecurityFilterChain endpoints(HttpSecurity http, SignInSettings settings) {
        return http.oauth2AuthorizationServer(server -> server.oidc(oidc -> {}))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable()) // no form, no session: nothing that a foreign page could send along
                .addFilterBefore(
                        new LocalUserFilter(settings.subject()), AbstractPreAuthenticatedProcessingFilter.class)
                .build();
    }

    @Bean
    RegisteredClientRepository clients(SignInSettings settings) {
        RegisteredClient.Builder gateway = RegisteredClient.withId("gateway")
                .clientId(settings.clientId())
                .clientSecret("{noop}" + settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build());
        for (String host : List.of("localhost", "127.0.0.1")) {
            gateway.redirectUri(
                    "http://" + host + ":" + settings.publicPort() + "/login/oauth2/code/" + settings.registration());
        }
        return new InMemoryRegisteredClientRepository(gateway.build());
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(SignInSettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    /** RS256 like Google's, with 3072 bits; a new key each start, since its tokens live for one redirect. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(
                new RSAKeyGenerator(3072).keyID(UUID.randomUUID().toString()).generate()));
    }

    /** For the user-info endpoint, which is asked with a token of our own. */
    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(SignInSettings settings) {
        Map<String, Object> person = new HashMap<>(LocalName.claims(settings.email()));
        person.put("email", settings.email());
        person.put("email_verified", true);
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                context.getClaims().claims(claims -> claims.putAll(person));
            }
        };
    }

    /** Nobody signs in by password here; without this bean one would be made up and printed. */
    @Bean
    UserDetailsService noPasswords() {
        return name -> {
            throw new UsernameNotFoundException("there are no passwords here");
        };
    }
}
