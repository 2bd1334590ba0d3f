package org.memoro.gateway.routing;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are. */
@ConfigurationProperties("memoro")
public record ServiceAddresses(@DefaultValue Map<String, URI> services) {

    public URI of(String service) {
        URI address = services.get(service);
        if (address == null) {
            throw new IllegalStateException("memoro.services." + service + " is not set");
        }
        return address;
    }
}
