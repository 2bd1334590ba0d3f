package org.memoro.gateway.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.gateway.GatewaySettings;
import org.memoro.gateway.OpaqueSecret;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Knows a service by HTTP Basic; only hashes of the secrets stay in memory and are compared. */
@Component
class ServiceCredentials {
    private static final String SCHEME = "Basic ";

    private final Map<String, byte[]> hashes;

    ServiceCredentials(GatewaySettings settings) {
        this.hashes = settings.serviceSecrets().entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> new OpaqueSecret(entry.getValue()).hash()));
    }

    /** The service's name, or null when it did not prove it. */
    @Nullable
    String serviceOf(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            return null;
        }
        String[] parts = decoded(header.substring(SCHEME.length())).split(":", 2);
        byte[] expected = parts.length == 2 ? hashes.get(parts[0]) : null;
        boolean proven = expected != null && MessageDigest.isEqual(expected, new OpaqueSecret(parts[1]).hash());
        return proven ? parts[0] : null;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
