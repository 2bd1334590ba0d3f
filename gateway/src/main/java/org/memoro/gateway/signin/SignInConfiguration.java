package org.memoro.gateway.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.DefaultReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** Spring Security's own sign-in, with our time limits on its calls to the provider. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(ProviderHttp http) {
        WebClientReactiveAuthorizationCodeTokenResponseClient client =
                new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(http.client());
        return request -> client.getTokenResponse(request)
                .doOnNext(SignInConfiguration::requireIdToken)
                .onErrorMap(
                        e -> !(e instanceof OAuth2AuthorizationException) && !(e instanceof AuthenticationException),
                        e -> new OAuth2AuthenticationException(new OAuth2Error(SignInFailed.PROVIDER_UNAVAILABLE), e));
    }

    /** A provider that forgets it would otherwise be a fault of ours. */
    private static void requireIdToken(OAuth2AccessTokenResponse answer) {
        Object token = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
        if (!(token instanceof String text) || text.isBlank()) {
            throw new OAuth2AuthenticationException(new OAuth2Error("invalid_id_token"));
        }
    }

    @Bean
    OidcReactiveOAuth2UserService oidcUsers(ProviderHttp http) {
        DefaultReactiveOAuth2UserService userInfo = new DefaultReactiveOAuth2UserService();
        userInfo.setWebClient(http.client());
        OidcReactiveOAuth2UserService users = new OidcReactiveOAuth2UserService();
        users.setOauth2UserService(userInfo);
        return users;
    }
}
