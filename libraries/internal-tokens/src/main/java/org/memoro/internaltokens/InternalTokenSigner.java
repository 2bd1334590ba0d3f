package org.memoro.internaltokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Signs internal tokens with the first of the keys of the moment and publishes all of them. */
public final class InternalTokenSigner {
    /** Long enough for one request and its retries, too short to be worth stealing. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private final Supplier<SigningKeys> keys;
    private final Clock clock;

    /** @param keys asked at each signature, so that they can be replaced while this runs */
    public InternalTokenSigner(Supplier<SigningKeys> keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A key of its own, made now and gone with the process. */
    public static InternalTokenSigner withNewKey(Clock clock) {
        try {
            SigningKeys one = SigningKeys.of(List.of(SigningKeys.newKey()));
            return new InternalTokenSigner(() -> one, clock);
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    public static InternalTokenSigner withNewKey() {
        return withNewKey(Clock.systemUTC());
    }

    /** Keys as {@link SigningKeys#parse} reads them, for good. */
    public static InternalTokenSigner ofJwk(String json, Clock clock) {
        SigningKeys parsed = SigningKeys.parse(json);
        return new InternalTokenSigner(() -> parsed, clock);
    }

    public String sign(TokenClaims claims) {
        return sign(claims, LIFE);
    }

    String sign(TokenClaims claims, Duration life) {
        try {
            SigningKeys now = keys.get();
            SignedJWT token = new SignedJWT(now.header(), claimsSet(claims, life));
            token.sign(now.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("An internal token could not be signed", e);
        }
    }

    private JWTClaimsSet claimsSet(TokenClaims claims, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(ClaimNames.ISSUER)
                .subject(claims.accountId().toString())
                .audience(claims.audience())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString())
                .claim(ClaimNames.ZONE, claims.zone().getId())
                .claim(ClaimNames.ENRICHMENT, claims.enrichment().word())
                .claim(
                        ClaimNames.SCOPE,
                        String.join(" ", claims.scopes().stream().sorted().toList()));
        if (claims.actor() != null) {
            set.claim(ClaimNames.ACTOR, claims.actor());
        }
        if (claims.purpose() != null) {
            set.claim(ClaimNames.PURPOSE, claims.purpose());
        }
        if (claims.sessionId() != null) {
            set.claim(ClaimNames.SESSION, claims.sessionId());
        }
        return set.build();
    }

    /** The public keys as a JWK set, ready to be served. */
    public String jwks() {
        return publicKeys().toString(true);
    }

    JWKSet publicKeys() {
        return keys.get().published();
    }
}
