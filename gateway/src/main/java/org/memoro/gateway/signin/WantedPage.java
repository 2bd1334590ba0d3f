package org.memoro.gateway.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** The page somebody wanted before they had to sign in, so that they get there afterwards; never another site's. */
@Component
class WantedPage {
    private static final String PURPOSE = "wanted";
    private static final int LONGEST = 1_000;
    /** One slash, then anything but a second one: browsers take "//" and "/\" for the beginning of another host. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private static final URI HOME = URI.create("/");

    private final SealedCookies cookies;

    WantedPage(SealedCookies cookies) {
        this.cookies = cookies;
    }

    void remember(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        String query = request.getURI().getRawQuery();
        String wanted = query == null ? path : path + "?" + query;
        boolean isPage = HttpMethod.GET.equals(request.getMethod())
                && !"true".equals(request.getHeaders().getFirst("HX-Request"));
        if (isPage && !path.equals("/") && isLocal(wanted)) {
            cookies.put(exchange, PURPOSE, Map.of("page", wanted));
        }
    }

    /** Where to go now. */
    URI take(ServerWebExchange exchange) {
        JWTClaimsSet wanted = cookies.read(exchange, PURPOSE);
        if (wanted == null) {
            return HOME;
        }
        cookies.clear(exchange, PURPOSE);
        return wanted.getClaim("page") instanceof String page && isLocal(page) ? URI.create(page) : HOME;
    }

    static boolean isLocal(String page) {
        return page.length() <= LONGEST && LOCAL.matcher(page).matches();
    }
}
