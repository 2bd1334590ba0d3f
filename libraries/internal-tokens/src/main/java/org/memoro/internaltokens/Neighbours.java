package org.memoro.internaltokens;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the other services are. */
@ConfigurationProperties("memoro")
record Neighbours(@Nullable Map<String, URI> services) {

    String address(String service) {
        URI address = services == null ? null : services.get(service);
        if (address == null) {
            throw new IllegalArgumentException("memoro.services." + service + " is not set");
        }
        return address.toString();
    }
}
