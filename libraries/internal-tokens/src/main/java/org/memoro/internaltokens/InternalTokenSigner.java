package org.memoro.internaltokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs internal tokens with the first of its keys and publishes all of them, so that a key can be replaced without a pause. */
public final class InternalTokenSigner {
    /** Long enough for one request and its retries, too short to be worth stealing. */
    public static final Duration LIFE = Duration.ofSeconds(60);

    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWKSet publicKeys;
    private final Clock clock;

    private InternalTokenSigner(List<ECKey> keys, Clock clock) throws JOSEException {
        ECKey signing = keys.getFirst();
        this.header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(signing.getKeyID())
                .build();
        this.signer = new ECDSASigner(signing);
        this.publicKeys = new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList());
        this.clock = clock;
    }

    /** A key of its own, made now and gone with the process. */
    public static InternalTokenSigner withNewKey(Clock clock) {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            return new InternalTokenSigner(List.of(key), clock);
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key could be made", e);
        }
    }

    public static InternalTokenSigner withNewKey() {
        return withNewKey(Clock.systemUTC());
    }

    /** One private JWK, or a JWK set whose first key signs while the others are still published (and need no private part). */
    public static InternalTokenSigner ofJwk(String json, Clock clock) {
        try {
            return new InternalTokenSigner(keys(json), clock);
        } catch (ParseException | JOSEException | ClassCastException e) {
            // Not the cause: a parser's message may quote the key.
            throw new IllegalArgumentException("The signing key is no P-256 JWK with a private part");
        }
    }

    private static List<ECKey> keys(String json) throws ParseException, JOSEException {
        List<ECKey> keys = new ArrayList<>();
        for (JWK jwk : json.contains("\"keys\"") ? JWKSet.parse(json).getKeys() : List.of(JWK.parse(json))) {
            ECKey key = jwk.toECKey();
            if (!Curve.P_256.equals(key.getCurve())) {
                throw new JOSEException("not P-256");
            }
            String id = key.getKeyID() == null ? key.computeThumbprint().toString() : key.getKeyID();
            keys.add(new ECKey.Builder(key)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .build());
        }
        if (keys.isEmpty() || !keys.getFirst().isPrivate()) {
            throw new JOSEException("no private key");
        }
        return keys;
    }

    public String sign(TokenClaims claims) {
        return sign(claims, LIFE);
    }

    String sign(TokenClaims claims, Duration life) {
        try {
            SignedJWT token = new SignedJWT(header, claimsSet(claims, life));
            token.sign(signer);
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
        return publicKeys.toString(true);
    }

    JWKSet publicKeys() {
        return publicKeys;
    }
}
