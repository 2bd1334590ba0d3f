package org.memoro.gateway.internal;

import java.time.Clock;
import org.memoro.gateway.GatewaySettings;
import org.memoro.internaltokens.InternalTokenSigner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that every internal token is signed with. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SigningConfiguration.class);

    @Bean
    InternalTokenSigner internalTokenSigner(GatewaySettings settings, Clock clock) {
        String key = settings.signingKey();
        if (key == null || key.isBlank()) {
            log.info("Signing internal tokens with a key of this process; several gateways need a common one");
            return InternalTokenSigner.withNewKey(clock);
        }
        return InternalTokenSigner.ofJwk(key, clock);
    }
}
