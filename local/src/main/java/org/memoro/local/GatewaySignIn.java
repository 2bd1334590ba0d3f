package org.memoro.local;

import java.util.ArrayList;
import java.util.List;
import org.memoro.local.signin.LocalSignIn;

/** How people sign in to a local run: as the local user, and with Google where a client is named. */
final class GatewaySignIn {
    private static final String PROVIDER = "--memoro.sign-in.providers.";

    private GatewaySignIn() {}

    /** The gateway's settings for it, as command-line arguments. */
    static List<String> arguments(LocalSettings settings, LocalPorts ports, String clientId, String clientSecret) {
        String issuer = settings.url() + LocalSignIn.PATH;
        String direct = LocalPorts.url(ports.signIn()) + LocalSignIn.PATH;
        List<String> arguments = new ArrayList<>(List.of(
                "--memoro.sign-in.local.url=" + LocalPorts.url(ports.signIn()),
                PROVIDER + "local.issuer=" + issuer,
                PROVIDER + "local.client-id=" + clientId,
                PROVIDER + "local.client-secret=" + clientSecret,
                // The browser comes through the gateway; the gateway itself asks directly.
                PROVIDER + "local.authorization-uri=" + issuer + "/oauth2/authorize",
                PROVIDER + "local.token-uri=" + direct + "/oauth2/token",
                PROVIDER + "local.jwk-set-uri=" + direct + "/oauth2/jwks"));
        String google = settings.environment("MEMORO_GOOGLE_CLIENT_ID");
        String googleSecret = settings.environment("MEMORO_GOOGLE_CLIENT_SECRET");
        if (google != null && googleSecret != null) {
            arguments.add(PROVIDER + "google.client-id=" + google);
            arguments.add(PROVIDER + "google.client-secret=" + googleSecret);
        }
        return arguments;
    }
}
