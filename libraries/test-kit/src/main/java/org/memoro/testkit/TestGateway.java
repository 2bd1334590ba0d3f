package org.memoro.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.Caller;
import org.memoro.internaltokens.EnrichmentMode;
import org.memoro.internaltokens.InternalTokenSigner;
import org.memoro.internaltokens.TokenClaims;
import org.memoro.internaltokens.TokenReader;

/** The gateway's internal port: real keys, real tokens, for accounts that need not exist. */
public final class TestGateway implements AutoCloseable {
    private static final String SECRET = "secret-of-a-test";

    private final ECKey key = newKey();
    private final InternalTokenSigner signer = InternalTokenSigner.ofJwk(key.toJSONString(), Clock.systemUTC());
    private final Map<UUID, Settings> accounts = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** What an account has chosen. */
    private record Settings(ZoneId zone, EnrichmentMode enrichment) {
        static final Settings DEFAULT = new Settings(ZoneId.of("UTC"), EnrichmentMode.ON);
    }

    /** A token request that the real gateway would refuse. */
    private static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }

    private TestGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/jwks", exchange -> answer(exchange, 200, signer.jwks()));
        server.createContext("/internal/v1/tokens", this::answerTokens);
        server.start();
    }

    /** A gateway with a key of its own on a free port. */
    public static TestGateway start() {
        return new TestGateway();
    }

    /** What it signs with, to forge what it would never sign. */
    public ECKey key() {
        return key;
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The settings that make a service believe this gateway, as command-line arguments. */
    public String[] args() {
        return new String[] {"--memoro.internal.gateway-url=" + url(), "--memoro.internal.secret=" + SECRET};
    }

    /** Sets what the account has chosen; until then it is UTC and enrichment {@code on}. */
    public void account(UUID account, ZoneId zone, EnrichmentMode enrichment) {
        accounts.put(account, new Settings(zone, enrichment));
    }

    /** A person's token that may read and write. */
    public String userToken(UUID account, String audience) {
        Settings settings = settings(account);
        return userToken(account, audience, settings.zone(), settings.enrichment(), "read", "write");
    }

    /** A person's token with exactly these rights. */
    public String userToken(UUID account, String audience, ZoneId zone, EnrichmentMode enrichment, String... scopes) {
        return signer.sign(TokenClaims.forUser(account, audience, zone, enrichment, Set.of(scopes), null));
    }

    /** A token for a service's background work on an account. */
    public String workToken(UUID account, String audience, String actor, String purpose) {
        Settings settings = settings(account);
        return signer.sign(
                TokenClaims.forWork(account, audience, settings.zone(), settings.enrichment(), actor, purpose));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private Settings settings(UUID account) {
        return accounts.getOrDefault(account, Settings.DEFAULT);
    }

    private void answerTokens(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            String token = issue(service(exchange), read(form));
            long seconds = InternalTokenSigner.LIFE.toSeconds();
            answer(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":%d}".formatted(token, seconds));
        } catch (Refused e) {
            answer(exchange, 401, "{\"status\":401,\"code\":\"not-signed-in\",\"detail\":\"" + e.getMessage() + "\"}");
        }
    }

    private String issue(String service, Map<String, String> form) {
        String audience = required(form, "audience");
        String usersToken = form.get("subject_token");
        if (usersToken != null) {
            Caller caller = TokenReader.of(signer, service, Clock.systemUTC())
                    .read(usersToken)
                    .block();
            return signer.sign(TokenClaims.reissued(Objects.requireNonNull(caller), audience, service));
        }
        return workToken(UUID.fromString(required(form, "subject")), audience, service, required(form, "purpose"));
    }

    private static String service(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            throw new Refused("no credential");
        }
        byte[] decoded = Base64.getDecoder().decode(header.substring("Basic ".length()));
        String[] credential = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        if (credential.length != 2 || !credential[1].equals(SECRET)) {
            throw new Refused("wrong secret");
        }
        return credential[0];
    }

    private static Map<String, String> read(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String required(Map<String, String> form, String name) {
        @Nullable String value = form.get(name);
        if (value == null) {
            throw new Refused(name + " is missing");
        }
        return value;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
