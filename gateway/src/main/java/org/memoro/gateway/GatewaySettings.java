package org.memoro.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The gateway's own settings.
 *
 * @param publicUrl the address people type; never taken from a request, since a request can lie about it
 * @param internalPort where services get keys and tokens; must not be reachable from outside
 * @param signingKey private JWK or JWK set for internal tokens; without it a key is made at each start
 * @param cookieKey 32 bytes in base64 that seal the sign-in's own cookies; several replicas need the same
 * @param serviceSecrets what each service proves itself with, by service name
 * @param idleSession a browser not used for so long must sign in again
 * @param longestSession a browser must sign in again after so long, used or not
 * @param timeZone of new accounts, until they choose one
 */
@Validated
@ConfigurationProperties("memoro.gateway")
public record GatewaySettings(
        @NotNull URI publicUrl,
        @DefaultValue("8090") @Min(0) @Max(65535) int internalPort,
        @Nullable String signingKey,
        @Nullable String cookieKey,
        @DefaultValue Map<String, String> serviceSecrets,
        @DefaultValue("7d") Duration idleSession,
        @DefaultValue("30d") Duration longestSession,
        @DefaultValue("UTC") ZoneId timeZone) {

    public GatewaySettings {
        serviceSecrets = Map.copyOf(serviceSecrets);
        if (publicUrl != null
                && (publicUrl.getHost() == null
                        || !publicUrl.getPath().replace("/", "").isEmpty())) {
            throw new IllegalArgumentException("memoro.gateway.public-url must look like https://memoro.example.org");
        }
        if (publicUrl != null && !"https".equals(publicUrl.getScheme()) && !isLoopback(publicUrl.getHost())) {
            throw new IllegalArgumentException("memoro.gateway.public-url must begin with https:// on any machine but"
                    + " one's own: over plain http everybody on the way could read the notes and the session cookie");
        }
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    public boolean isHttps() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Scheme, host and port as browsers write them in the Origin header. */
    public String origin() {
        return publicUrl.getScheme() + "://" + publicUrl.getAuthority();
    }

    /** The public port, also when the address leaves it out. */
    public int publicPort() {
        if (publicUrl.getPort() >= 0) {
            return publicUrl.getPort();
        }
        return isHttps() ? 443 : 80;
    }

    @Override
    public String toString() {
        return "GatewaySettings[" + publicUrl + "]"; // no secrets
    }
}
