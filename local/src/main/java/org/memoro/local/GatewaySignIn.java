package org.memoro.local;

import java.util.ArrayList;
import java.util.List;
import org.memoro.local.signin.LocalSignIn;

/** How people sign in to a local run: as the local user, and with Google where a client is named. */
final class GatewaySignIn {
    private static final String REGISTRATION = "--spring.security.oauth2.client.registration.";
    private static final String PROVIDER = "--spring.security.oauth2.client.provider.";

    private GatewaySignIn() {}

    /** The gateway's settings for it, as command-line arguments. */
    static List<String> arguments(LocalSettings settings, LocalPorts ports, String clientId, String clientSecret) {
        String direct = LocalPorts.url(ports.signIn()) + LocalSignIn.PATH;
        List<String> arguments = new ArrayList<>(List.of(
                REGISTRATION + "local.client-id=" + clientId,
                REGISTRATION + "local.client-secret=" + clientSecret,
                REGISTRATION + "local.client-name=Local user",
                REGISTRATION + "local.scope=openid,profile,email",
                REGISTRATION + "local.authorization-grant-type=authorization_code",
                REGISTRATION + "local.redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                // The browser comes through the gateway; the gateway itself asks directly.
                PROVIDER + "local.authorization-uri=" + settings.url() + LocalSignIn.PATH + "/oauth2/authorize",
                PROVIDER + "local.token-uri=" + direct + "/oauth2/token",
                PROVIDER + "local.jwk-set-uri=" + direct + "/oauth2/jwks",
                PROVIDER + "local.user-name-attribute=sub",
                "--memoro.services.local-sign-in=" + LocalPorts.url(ports.signIn())));
        String google = settings.environment("MEMORO_GOOGLE_CLIENT_ID");
        String googleSecret = settings.environment("MEMORO_GOOGLE_CLIENT_SECRET");
        if (google != null && googleSecret != null) {
            arguments.add(REGISTRATION + "google.client-id=" + google);
            arguments.add(REGISTRATION + "google.client-secret=" + googleSecret);
            arguments.add(REGISTRATION + "google.scope=openid,profile,email");
        }
        return arguments;
    }
}
