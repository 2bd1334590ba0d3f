package org.memoro.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An OpenID Connect provider that speaks the protocol with real signatures, and lies when a test wants it to. */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT_ID = "memoro-test";
    static final String CLIENT_SECRET = "provider-secret";

    private final RSAKey key;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    /** Changes the claims of the next ID tokens. */
    volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
    /** Signs the next ID tokens; null: as it should be. */
    volatile SignedBy signedBy = SignedBy.PROVIDER;

    /** Writes the next ID tokens itself; null: they are signed as they should be. */
    volatile Forgery forgery;
    /** Published beside the provider's own key. */
    volatile JWK otherKey;

    volatile String subject = "sub-" + UUID.randomUUID();
    volatile String email = "ada@example.com";

    /** Makes a token of the claims that would be right and the key that would sign them. */
    @FunctionalInterface
    interface Forgery {
        String token(JWTClaimsSet claims, RSAKey key) throws Exception;
    }

    enum SignedBy {
        PROVIDER,
        STRANGER,
        NOBODY
    }

    FakeProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("provider-key").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer())));
        server.createContext("/jwks", exchange -> answer(exchange, 200, keys()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String keys() {
        JWK other = otherKey;
        return new JWKSet(other == null ? List.of(key) : List.of(key, other)).toString(true);
    }

    void reset() {
        forgery = null;
        otherKey = null;
        claims = UnaryOperator.identity();
        signedBy = SignedBy.PROVIDER;
        subject = "sub-" + UUID.randomUUID();
        email = "ada@example.com";
    }

    /** What the provider's page does once the person has said yes: an address to go back to. */
    URI approve(URI authorization) {
        Map<String, String> query = form(authorization.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, query);
        return URI.create(query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.get("code"));
        String basic =
                Base64.getEncoder().encodeToString((CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        boolean ok = asked != null
                && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && form.get("redirect_uri").equals(asked.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
        if (!ok) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(exchange, 200, """
                {"access_token":"provider-access-token","token_type":"Bearer","expires_in":300,"id_token":"%s"}""".formatted(idToken(asked.get("nonce"))));
    }

    private String idToken(String nonce) {
        try {
            Instant now = Instant.now();
            JWTClaimsSet set = claims.apply(new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .subject(subject)
                            .audience(CLIENT_ID)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plusSeconds(300)))
                            .claim("nonce", nonce)
                            .claim("email", email)
                            .claim("email_verified", true)
                            .claim("given_name", "Ada")
                            .claim("family_name", "Lovelace"))
                    .build();
            Forgery forged = forgery;
            if (forged != null) {
                return forged.token(set, key);
            }
            if (signedBy == SignedBy.NOBODY) {
                return new com.nimbusds.jwt.PlainJWT(set).serialize();
            }
            RSAKey signing = signedBy == SignedBy.PROVIDER
                    ? key
                    : new RSAKeyGenerator(2048).keyID("provider-key").generate();
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("provider-key")
                            .build(),
                    set);
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
