package org.memoro.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.TokenClaims;
import org.memoro.internaltokens.TokenReader;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** Signing keys that somebody replaces in a file while the gateway runs. */
@Tag("security")
class SigningKeyFileTests {
    private static final TokenClaims CLAIMS =
            TokenClaims.forUser(UUID.randomUUID(), "web-ui", ZoneId.of("UTC"), EnrichmentMode.ON, Set.of("read"), null);

    @TempDir
    Path folder;

    private static ECKey key(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    private Path write(JWK... keys) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), new JWKSet(List.of(keys)).toString(false));
    }

    private static SigningKeyFile read(Path file) {
        return new SigningKeyFile(new SigningSettings(file, Duration.ofHours(24)));
    }

    private static InternalTokenSigner signer(SigningKeyFile file) {
        return new InternalTokenSigner(file, Clock.systemUTC());
    }

    private static String keyOf(String token) throws Exception {
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    @Test
    void signsWithTheFirstKeyOfTheFileAsItIsNow() throws Exception {
        ECKey old = key("old");
        ECKey fresh = key("fresh");
        SigningKeyFile file = read(write(old));
        InternalTokenSigner signer = signer(file);
        String before = signer.sign(CLAIMS);
        assertThat(keyOf(before)).isEqualTo("old");
        write(fresh, old.toPublicJWK());
        file.readAgain();
        assertThat(keyOf(signer.sign(CLAIMS))).isEqualTo("fresh");
        TokenReader reader = TokenReader.of(signer, "web-ui", Clock.systemUTC());
        assertThat(reader.read(before).block()).isNotNull();
        write(fresh);
        file.readAgain();
        assertThat(signer.jwks()).contains("fresh").doesNotContain("old");
        assertThatThrownBy(() -> reader.read(before).block()).isInstanceOf(BadJwtException.class);
    }

    @Test
    void keepsItsKeysWhileTheFileIsBrokenOrGone() throws Exception {
        Path path = write(key("good"));
        SigningKeyFile file = read(path);
        Files.writeString(path, "{\"keys\":[");
        file.readAgain();
        Files.delete(path);
        file.readAgain();
        assertThat(keyOf(signer(file).sign(CLAIMS))).isEqualTo("good");
    }

    @Test
    void doesNotStartWithoutAKeyToSignWith() throws Exception {
        Path publicOnly = write(key("k").toPublicJWK());
        assertThatThrownBy(() -> read(publicOnly)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(folder.resolve("nothing.json"))).hasMessageContaining("nothing.json");
    }
}
