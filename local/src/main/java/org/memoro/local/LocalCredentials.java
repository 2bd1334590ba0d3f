package org.memoro.local;

import java.util.List;
import java.util.stream.Stream;

/** The shared secret by which each service, and the script, proves itself to the gateway. */
final class LocalCredentials {
    /** Everyone who asks the gateway for internal tokens; {@code local} is the script. */
    static final List<String> HOLDERS = List.of(
            "gateway",
            "contact-service",
            "interaction-service",
            "search-service",
            "embedding-worker",
            "web-ui",
            "local");

    private LocalCredentials() {}

    static String secretOf(String holder, Secrets secrets) {
        return secrets.password("service." + holder);
    }

    /** What the gateway must know of them, as command-line arguments. */
    static Stream<String> arguments(Secrets secrets) {
        return HOLDERS.stream()
                .filter(holder -> !holder.equals("gateway"))
                .map(holder -> "--memoro.gateway.service-secrets." + holder + "=" + secretOf(holder, secrets));
    }
}
