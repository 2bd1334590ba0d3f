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
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/** The keys of one moment: the first signs, all are published. */
public final class SigningKeys {
    private final JWSHeader header;
    private final JWSSigner signer;
    private final JWKSet published;

    private SigningKeys(JWSHeader header, JWSSigner signer, JWKSet published) {
        this.header = header;
        this.signer = signer;
        this.published = published;
    }

    static SigningKeys of(List<ECKey> keys) throws JOSEException {
        ECKey signing = keys.getFirst();
        return new SigningKeys(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(signing.getKeyID())
                        .build(),
                new ECDSASigner(signing),
                new JWKSet(keys.stream().<JWK>map(ECKey::toPublicJWK).toList()));
    }

    /**
     * One private JWK, or a JWK set whose first key signs while the others are only published and need no private part.
     *
     * @throws IllegalArgumentException when it is neither; the message repeats nothing of it
     */
    public static SigningKeys parse(String json) {
        try {
            return of(keys(json));
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

    static ECKey newKey() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyIDFromThumbprint(true)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate();
    }

    JWSHeader header() {
        return header;
    }

    JWSSigner signer() {
        return signer;
    }

    JWKSet published() {
        return published;
    }

    @Override
    public String toString() {
        return "SigningKeys[" + header.getKeyID() + " of " + published.size() + "]";
    }
}
