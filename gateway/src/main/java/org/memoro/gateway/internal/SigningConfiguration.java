package org.memoro.gateway.internal;

import java.time.Clock;
import org.memoro.gateway.GatewaySettings;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.KeyRotation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys that every internal token is signed with: from a file, from a setting, or of this process's own making. */
@Configuration(proxyBeanMethods = false)
class SigningConfiguration {
    private static final Logger log = LoggerFactory.getLogger(SigningConfiguration.class);

    @Bean
    InternalTokenSigner internalTokenSigner(
            GatewaySettings settings, SigningSettings signing, ObjectProvider<SigningKeyFile> files, Clock clock) {
        String key = settings.signingKey();
        SigningKeyFile file = files.getIfAvailable();
        boolean isNamed = key != null && !key.isBlank();
        if (file != null && isNamed) {
            throw new IllegalStateException(
                    "Set memoro.gateway.signing.key-file or memoro.gateway.signing-key, not both");
        }
        if (file != null) {
            return new InternalTokenSigner(file, clock);
        }
        if (key != null && isNamed) {
            return InternalTokenSigner.ofJwk(key, clock);
        }
        log.info("Signing internal tokens with keys of this process; several gateways need common ones");
        return new InternalTokenSigner(new KeyRotation(clock, signing.keyLife()), clock);
    }
}
