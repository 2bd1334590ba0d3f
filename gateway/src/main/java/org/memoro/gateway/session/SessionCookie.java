package org.memoro.gateway.session;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The one cookie of a signed-in browser; out of reach for scripts, other sites' frames and other hosts. */
@Component
public class SessionCookie {
    static final int BITS = 128;
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final String name;
    private final boolean secure;
    private final Duration life;

    SessionCookie(GatewaySettings settings) {
        this.secure = settings.isHttps();
        // Cookies ignore ports, so two local Memoros side by side need two names.
        this.name = secure ? "__Host-memoro" : "memoro-" + settings.publicPort();
        this.life = settings.longestSession();
    }

    public String name() {
        return name;
    }

    /** What the browser shows; null when it is none of ours. */
    public @Nullable OpaqueSecret read(ServerWebExchange exchange) {
        HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
        return cookie != null && WELL_FORMED.matcher(cookie.getValue()).matches()
                ? new OpaqueSecret(cookie.getValue())
                : null;
    }

    /** The token that pages of this session send along with every change. */
    public static OpaqueSecret csrfToken(OpaqueSecret session) {
        return session.derive("csrf token of a memoro session");
    }

    void write(ServerWebExchange exchange, OpaqueSecret secret) {
        exchange.getResponse().addCookie(cookie(secret.text(), life));
    }

    /**
     * Takes the cookie from the browser, and whatever it has kept of our pages. Not all "cookies": they ignore ports, so
     * on localhost another program's would go too, and everywhere the theme would.
     */
    public void clear(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie("", Duration.ZERO));
        exchange.getResponse().getHeaders().set("Clear-Site-Data", "\"cache\", \"storage\"");
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                // Not Strict: the first page after Google's redirect must already know who came in.
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
