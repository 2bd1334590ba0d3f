package org.memoro.gateway.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What lies before the gateway, and under which names it is reached.
 *
 * @param trustedProxies ranges (CIDR) of the proxies whose word about a client's address is taken; they must set
 *     X-Forwarded-For or Forwarded themselves
 * @param allowedHosts further host names, besides the public address, under which requests are answered
 * @param hstsSubDomains whether browsers hold all names below the public one to https too (ASVS 3.4.1 asks for it); to
 *     be turned off where Memoro lives at the top of a domain that has plain http below it
 */
@ConfigurationProperties("memoro.gateway")
record DoorSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedHosts,
        @DefaultValue("true") boolean hstsSubDomains) {

    DoorSettings {
        trustedProxies = List.copyOf(trustedProxies);
        allowedHosts = List.copyOf(allowedHosts);
    }
}
