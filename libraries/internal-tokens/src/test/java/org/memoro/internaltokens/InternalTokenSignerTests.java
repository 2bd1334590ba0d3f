package org.memoro.internaltokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing keys: rotation, and nothing private in what is published. */
class InternalTokenSignerTests {
    private static final TokenClaims CLAIMS =
            TokenClaims.forUser(UUID.randomUUID(), "web-ui", ZoneId.of("UTC"), EnrichmentMode.ON, Set.of("read"), null);

    private static ECKey key(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    @Test
    void publishesBothKeysWhileOneReplacesTheOther() throws Exception {
        ECKey fresh = key("new");
        ECKey old = key("old");
        Clock clock = Clock.systemUTC();
        InternalTokenSigner before = InternalTokenSigner.ofJwk(old.toJSONString(), clock);
        InternalTokenSigner during =
                InternalTokenSigner.ofJwk(new JWKSet(List.of(fresh, old.toPublicJWK())).toString(false), clock);
        TokenReader reader = TokenReader.of(during, "web-ui", clock);
        assertThat(reader.read(before.sign(CLAIMS)).block()).isNotNull();
        assertThat(reader.read(during.sign(CLAIMS)).block()).isNotNull();
    }

    @Test
    void publishesNoPrivatePart() {
        assertThat(InternalTokenSigner.withNewKey().jwks()).contains("\"kid\"").doesNotContain("\"d\"");
    }

    @Test
    void refusesAKeyItCannotSignWithAndDoesNotRepeatIt() throws Exception {
        String publicOnly = key("k").toPublicJWK().toJSONString();
        for (String bad : List.of("{}", "secret-text", publicOnly)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InternalTokenSigner.ofJwk(bad, Clock.systemUTC()))
                    .withMessageNotContaining("secret-text");
        }
    }
}
