package org.memoro.testkit.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Tokens that look right and are not, each wrong in one way; made with the gateway's own key where that is the point. */
final class ForgedTokens {
    private final ECKey key;
    private final String audience;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private ForgedTokens(ECKey key, String audience) {
        this.key = key;
        this.audience = audience;
    }

    /** By what is wrong with them. */
    static Map<String, String> against(ECKey key, String audience) {
        try {
            ForgedTokens forged = new ForgedTokens(key, audience);
            forged.addWrongSignatures();
            forged.addWrongClaims();
            return forged.tokens;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that is right: if it were refused, the others would prove nothing. */
    static String genuine(ECKey key, String audience) {
        try {
            return new ForgedTokens(key, audience).signed(claims -> {});
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addWrongSignatures() throws JOSEException {
        String right = signed(claims -> {});
        String signature = right.substring(right.lastIndexOf('.') + 1);
        String none = new PlainJWT(claims(claim -> {})).serialize();
        ECKey stranger = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        ECKey unknown =
                new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        ECKey longer = new ECKeyGenerator(Curve.P_384).keyID(key.getKeyID()).generate();
        String[] parts = right.split("\\.");
        String changed = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"" + UUID.randomUUID() + "\"");

        tokens.put("alg none", none);
        tokens.put("alg none with a signature", none + signature);
        tokens.put("alg none, spelt otherwise", unsigned("nOnE"));
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("another subject under the signature", parts[0] + "." + encoded(changed) + "." + parts[2]);
        tokens.put("HS256 with the public key", macWith(key.toECPublicKey().getEncoded()));
        tokens.put("HS256 with the public JWK", macWith(bytes(key.toPublicJWK().toJSONString())));
        tokens.put("another key of the same name", signed(header(), new ECDSASigner(stranger), claims -> {}));
        tokens.put(
                "another key of its own name",
                signed(header().keyID(unknown.getKeyID()), new ECDSASigner(unknown), claims -> {}));
        tokens.put("the right key by another name", signed(header().keyID("../../keys"), signer(), claims -> {}));
        tokens.put("no key named", signed(header().keyID(null), signer(), claims -> {}));
        tokens.put(
                "a key of its own in the header",
                signed(header().jwk(stranger.toPublicJWK()), new ECDSASigner(stranger), claims -> {}));
        tokens.put(
                "a key at an address in the header",
                signed(
                        header().jwkURL(URI.create("http://127.0.0.1:9/keys")).keyID("elsewhere"),
                        new ECDSASigner(stranger),
                        claims -> {}));
        tokens.put(
                "ES384",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()),
                        new ECDSASigner(longer),
                        c -> {}));
        tokens.put(
                "RS256",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()),
                        new RSASSASigner(new RSAKeyGenerator(2048).generate()),
                        claims -> {}));
        tokens.put("a personal access token", "mem_" + "A".repeat(43));
        tokens.put("a session's secret", "A".repeat(22));
        tokens.put("nothing", "");
        tokens.put("nonsense", "a.b.c");
        tokens.put("an overlong text", "e".repeat(4000));
    }

    private void addWrongClaims() throws JOSEException {
        Instant now = Instant.now();
        wrong("expired", claims -> claims.issueTime(at(now, -120)).expirationTime(at(now, -60)));
        wrong("alive for an hour", claims -> claims.expirationTime(at(now, 3600)));
        wrong("alive for two minutes, issued a minute ago", claims -> claims.issueTime(at(now, -60))
                .expirationTime(at(now, 60)));
        wrong("not yet valid", claims -> claims.notBeforeTime(at(now, 40)));
        wrong("issued in the future", claims -> claims.issueTime(at(now, 60)).expirationTime(at(now, 100)));
        wrong("for another service", claims -> claims.audience("another-service"));
        wrong("for two services", claims -> claims.audience(List.of(audience, "another-service")));
        wrong("for a part of the service's name", claims -> claims.audience(audience.substring(1)));
        wrong("of another issuer", claims -> claims.issuer("https://accounts.example.org"));
        wrong("for no account", claims -> claims.subject("admin"));
        wrong("for an empty account", claims -> claims.subject(""));
        for (String missing : List.of("iss", "sub", "aud", "iat", "exp", "jti", "scope", "zone", "enrichment")) {
            wrong("without " + missing, claims -> claims.claim(missing, null));
        }
    }

    private void wrong(String what, Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        tokens.put(what, signed(change));
    }

    private String signed(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(header(), signer(), change);
    }

    private String signed(JWSHeader.Builder header, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims(change));
        token.sign(signer);
        return token.serialize();
    }

    private String macWith(byte[] secret) throws JOSEException {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()), new MACSigner(secret), claims -> {});
    }

    private String unsigned(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\",\"kid\":\"" + key.getKeyID() + "\"}") + "."
                + encoded(claims(claims -> {}).toString()) + ".";
    }

    private JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID());
    }

    private JWSSigner signer() throws JOSEException {
        return new ECDSASigner(key);
    }

    private JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("memoro-gateway")
                .subject(UUID.randomUUID().toString())
                .audience(audience)
                .issueTime(at(now, 0))
                .expirationTime(at(now, 50))
                .jwtID(UUID.randomUUID().toString())
                .claim("zone", "UTC")
                .claim("enrichment", "on")
                .claim("scope", "read write");
        change.accept(claims);
        return claims.build();
    }

    private static Date at(Instant now, long seconds) {
        return Date.from(now.plusSeconds(seconds));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
