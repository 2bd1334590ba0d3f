package org.memoro.internaltokens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Who this service is to the gateway, and how it proves it. */
@Validated
@ConfigurationProperties("memoro.internal")
public record InternalSettings(
        @NotBlank String serviceName,
        @NotNull URI gatewayUrl,
        @NotBlank String secret) {

    @Override
    public String toString() {
        return "InternalSettings[" + serviceName + " at " + gatewayUrl + "]";
    }
}
